import { appliedNamespaceOf, isKind, type KubernetesVersion, podTemplateOf } from '../facts';
import { internalError, type RawFinding } from '../findings';
import { addAmounts, ownField, type ResourceAmounts, timesAmounts } from '../values';
import type { Admitted } from './admit-pod';
import type { Cluster, Placed } from './applied';
import { controlledClaims, unboundClaims } from './claims';
import { type ControlledPods, controlledPods } from './controllers';
import { exceeded } from './quota/check-quotas';
import { laterPods } from './quota/later-pods';
import { limitsOf } from './quota/limits';
import { answerMessage, isError, type Refusal } from './refusal';
import { type Applying, Rehearsal } from './rehearse';
import { ADMISSION_RULES } from './rules';

/** A finding with the objects that cause it. */
export interface AdmissionFinding {
  readonly document: number;
  readonly raw: RawFinding;
  /** Positions of the objects that make the server answer so. */
  readonly because: readonly number[];
}

/**
 * What the admission plugins of the server answer when objects are applied one after the other, and whether the controllers
 * will be able to create the pods of workloads.
 *
 * @param objects in the order in which they are applied
 */
export function admissionFindings(
  objects: readonly Applying[],
  version: KubernetesVersion,
  cluster: Cluster = 'assumed',
): AdmissionFinding[] {
  const rehearsal = new Rehearsal(version, cluster);
  rehearsal.applied.announce(objects);
  const direct = objects.flatMap((applying): AdmissionFinding[] => {
    try {
      const { object, document, refusals } = rehearsal.apply(applying);
      const errors = refusals.filter(isError);
      return refusals.map((refusal) => {
        // The server stops at the first error; the others come to light when that is fixed.
        const severity = isError(refusal) && refusal !== errors[0] ? 'note' : (refusal.severity ?? 'error');
        return findingOf(refusal, object, document, severity);
      });
    } catch (error) {
      return [brokenOff(applying, error)];
    }
  });
  const ofControllers = controllerFindings(rehearsal);
  // That no pod will be created includes what the server warns of.
  const without = new Set(ofControllers.map(({ document }) => document));
  const isWarning = ({ raw }: AdmissionFinding) => raw.rule === 'admission-pod-security-warning';
  return [...direct.filter((found) => !(isWarning(found) && without.has(found.document))), ...ofControllers];
}

/** What is found in the objects of an example, all of them namespaced or with a kind of the cluster. */
export function admissionMessages(
  objects: readonly object[],
  version: KubernetesVersion,
  cluster: Cluster = 'assumed',
): readonly RawFinding[] {
  const applying = objects.map((object: any, document) => ({
    ...{ object, document, isRefused: false },
    isNamespaced: object.metadata.namespace !== undefined,
  }));
  return admissionFindings(applying, version, cluster).map(({ raw }) => raw);
}

function findingOf(
  refusal: Refusal,
  object: any,
  document: number,
  severity: RawFinding['severity'],
): AdmissionFinding {
  const { rule, message, field, because, answer = 'Forbidden', violated } = refusal;
  const isPod = isKind(object, 'Pod');
  const isRefused = isError(refusal);
  const path = isPod ? pathInPod('spec', field) : field;
  const raw: RawFinding = {
    rule,
    severity,
    reason: !isRefused ? 'Warning' : answer === 'Invalid' ? 'FieldValueInvalid' : answer,
    path,
    message: isRefused ? answerMessage(refusal, object) : message,
    hint: ADMISSION_RULES[rule]?.hint,
    ...paramsOf(violated, podTemplateOf(object)?.specPath),
  };
  return { document, raw, because: because.map((one) => one.document) };
}

/** The level that a pod violates, with the fields of the object. */
function paramsOf(violated: Refusal['violated'], specPath = 'spec'): Pick<RawFinding, 'params'> {
  if (violated === undefined) return {};
  return { params: { ...violated, fields: violated.fields.map((field) => pathInPod(specPath, field)) } };
}

/** Refusals of pods name fields of the spec, or `metadata.namespace` beside it. */
function pathInPod(specPath: string, field: string): string {
  if (field.startsWith('metadata.')) return `${specPath.slice(0, -'spec'.length)}${field}`;
  return field === '' ? specPath : `${specPath}.${field}`;
}

/** Quotas for claims that are larger than that are none. */
const MOST_PODS = 1000;

/** Pods of workloads meet everything that was applied, whatever its order. */
function controllerFindings(rehearsal: Rehearsal): AdmissionFinding[] {
  const used = new Map<Placed, ResourceAmounts>();
  const full = new Set<Placed>();
  /** Workloads all of whose pods fit into quotas, with one of the pods. */
  const fitting: (Placed & { readonly pod: any; readonly replicas: number })[] = [];
  rehearsal.usage.forgetPodsOfReplaced();
  const attempt = <T extends Placed>(placed: T, find: (placed: T) => AdmissionFinding[]) => {
    try {
      return find(placed);
    } catch (error) {
      return [brokenOff(placed, error)];
    }
  };
  const ofReplicas = rehearsal.accepted.flatMap((placed) =>
    attempt(placed, ({ object, document }) => ofWorkload(object, document)),
  );
  return [...ofReplicas, ...fitting.flatMap((workload) => attempt(workload, beyondQuotasLater))];

  function ofWorkload(object: any, document: number): AdmissionFinding[] {
    const controlled = controlledPods(object);
    // Without pods, neither they nor their claims are created.
    if (controlled?.replicas === 0) return [];
    const unbound = unboundClaims(object, rehearsal.applied).map(({ message, field }) =>
      controllerFinding('claim-never-bound', document, field, message, []),
    );
    if (controlled === undefined) return unbound;
    const refused = refusedClaim(object, document);
    if (refused !== undefined) return [...unbound, ...refused];
    return [...unbound, ...claimsBeyondQuotas(controlled, object, document), ...ofPods(controlled, object, document)];
  }

  /** A claim of a StatefulSet that cannot be created, so that no pod is. Claims that are in the cluster are not created. */
  function refusedClaim(object: any, document: number): AdmissionFinding[] | undefined {
    for (const { claim, path } of controlledClaims(object)) {
      const { name, namespace } = claim.metadata;
      if (rehearsal.applied.find('PersistentVolumeClaim', name, namespace) !== undefined) continue;
      const admitted = admit(claim, document);
      const refusal = admitted.refusals.find(isError);
      if (refusal === undefined) continue;
      const field = `${path}${refusal.field || 'spec'}`;
      const found = neverCreated(document, field, answerMessage(refusal, admitted.object), refusal);
      return [{ ...found, raw: { ...found.raw, hint: 'change the claim template as the message says' } }];
    }
    return undefined;
  }

  /** The first quota that has no space for the claims of all pods of a StatefulSet. */
  function claimsBeyondQuotas({ replicas, replicasPath }: ControlledPods, object: any, document: number) {
    if (rehearsal.applied.in(appliedNamespaceOf(object), 'ResourceQuota').length === 0) return [];
    // The claims of all pods are alike.
    const limiting = controlledClaims(object).map(({ claim }) =>
      rehearsal.usage.limiting(admit(claim, document).object),
    );
    for (let pod = 0; pod < Math.min(replicas, MOST_PODS); pod++) {
      for (const [index, { claim }] of controlledClaims(object, pod).entries()) {
        const { name, namespace } = claim.metadata;
        if (rehearsal.applied.find('PersistentVolumeClaim', name, namespace) !== undefined) continue;
        for (const { quota, usage } of limiting[index]!) {
          const before = used.get(quota) ?? rehearsal.usage.of(quota);
          const words = exceeded(quota.object, usage, before);
          used.set(quota, addAmounts(before, usage));
          if (words === undefined) continue;
          const what = `persistentvolumeclaims ${JSON.stringify(name)} is forbidden: ${words}`;
          const message = `only ${pod} of ${replicas} pods can be created: ${what}`;
          return [controllerFinding('pods-exceed-quota', document, replicasPath, message, [quota])];
        }
      }
    }
    return [];
  }

  function ofPods(controlled: ControlledPods, object: any, document: number): AdmissionFinding[] {
    const { specPath, replicas, replicasPath } = controlled;
    const { object: pod, refusals } = admit(controlled.pod, document);
    const notes = refusals
      .filter(({ severity }) => severity === 'note')
      .map((one) => findingOf(one, object, document, 'note'));
    const refusal = refusals.find(isError);
    if (refusal === undefined) {
      const beyond = beyondQuotas(pod, document, replicas, replicasPath);
      if (beyond.length === 0) fitting.push({ object, document, pod, replicas });
      return [...notes, ...beyond];
    }
    // A controller tries again, until someone else creates the account; as a reference it is a warning.
    const isOfOthers = refusal.rule === 'admission-service-account' && refusal.field === 'serviceAccountName';
    if (isOfOthers && !rehearsal.applied.knowsAll('ServiceAccount')) return notes;
    const never = neverCreated(document, pathInPod(specPath, refusal.field), refusal.message, refusal);
    return [...notes, { ...never, raw: { ...never.raw, ...paramsOf(refusal.violated, specPath) } }];
  }

  /** What the server makes of an object that a controller sends. */
  function admit(created: any, document: number): Admitted {
    return rehearsal.admit({ object: created, document, isNamespaced: true });
  }

  /** The first quota that has no space for all pods of a workload. */
  function beyondQuotas(pod: any, document: number, replicas: number, replicasPath: string): AdmissionFinding[] {
    for (const { quota, usage } of rehearsal.usage.limiting(pod)) {
      const before = used.get(quota) ?? rehearsal.usage.of(quota);
      const fitting = podsThatFit(quota, usage, before, replicas);
      const after = addAmounts(before, timesAmounts(usage, fitting));
      used.set(quota, after);
      if (fitting === replicas) continue;
      const words = exceeded(quota.object, usage, after)!;
      const message = `only ${fitting} of ${replicas} pods can be created: ${words}`;
      full.add(quota);
      return [controllerFinding('pods-exceed-quota', document, replicasPath, message, [quota])];
    }
    return [];
  }

  /** The pods that come later are no more than those of one workload: not all are at their most at the same time. */
  function beyondQuotasLater({ object, document, pod, replicas }: (typeof fitting)[number]): AdmissionFinding[] {
    const limiting = rehearsal.usage.limiting(pod).filter(({ quota }) => !full.has(quota));
    if (limiting.length === 0) return [];
    const later = laterPods(object, replicas, rehearsal.applied);
    return later.flatMap(({ rule, count, message, asking, field }) => {
      for (const { quota, usage } of limiting) {
        const before = used.get(quota) ?? rehearsal.usage.of(quota);
        const fitting = podsThatFit(quota, usage, before, count);
        if (fitting === count) continue;
        const words = exceeded(quota.object, usage, addAmounts(before, timesAmounts(usage, fitting)))!;
        const isInInput = asking !== undefined && asking.document >= 0;
        const [at, path] = isInInput ? [asking.document, field] : [document, asking === undefined ? field : ''];
        const because = isInInput ? [quota, { object, document }] : [quota];
        return [controllerFinding(rule, at, path, `${message(fitting)}: ${words}`, because)];
      }
      return [];
    });
  }
}

/** Fields of a pod that name an object without which none is created. */
const NAMED: Readonly<Record<string, string>> = {
  priorityClassName: 'PriorityClass',
  runtimeClassName: 'RuntimeClass',
  serviceAccountName: 'ServiceAccount',
};

function neverCreated(document: number, path: string, message: string, { because, field }: Refusal): AdmissionFinding {
  const one = controllerFinding('pods-never-created', document, path, `no pod can be created: ${message}`, because);
  const kind = ownField(NAMED, field);
  return kind === undefined ? one : { ...one, raw: { ...one.raw, hint: `add the ${kind}, or correct its name` } };
}

function controllerFinding(
  rule: string,
  document: number,
  path: string,
  message: string,
  because: readonly Placed[],
): AdmissionFinding {
  const { hint, severity = 'error' } = ADMISSION_RULES[rule]!;
  const reason = severity === 'error' ? 'Forbidden' : 'Warning';
  const raw: RawFinding = { rule, severity, reason, path, message, hint };
  return { document, raw, because: because.map((one) => one.document) };
}

/** How many of the pods fit into a quota beside what is used. */
function podsThatFit({ object: quota }: Placed, usage: ResourceAmounts, used: ResourceAmounts, wanted: number): number {
  if (limitsOf(quota).hard.size === 0) return wanted;
  if (exceeded(quota, timesAmounts(usage, wanted), used) === undefined) return wanted;
  let [fitting, beyond] = [0, wanted];
  while (beyond - fitting > 1) {
    const middle = Math.floor((fitting + beyond) / 2);
    if (exceeded(quota, timesAmounts(usage, middle), used) === undefined) fitting = middle;
    else beyond = middle;
  }
  return fitting;
}

function brokenOff({ object, document }: Placed, error: unknown): AdmissionFinding {
  return { document, raw: internalError('the rehearsal of the apply', error, object), because: [] };
}
