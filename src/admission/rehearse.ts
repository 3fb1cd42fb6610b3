import { appliedNamespaceOf, groupKindOf, groupOf, isKind, type KubernetesVersion, minorOf, pluralOf } from '../facts';
import { defaultedCopy, inspectObject } from '../validation';
import { type Admitted, admitPod, limitRangeRefusals, type Mutation, refusalsBeforeValidation } from './admit-pod';
import { Allocations } from './allocations';
import { Applied, type Cluster, type Placed } from './applied';
import { controlledReplicas, generatedName } from './controllers';
import { NotJudgedOfCluster, notJudged } from './not-judged';
import { ownerWarning } from './owned';
import { secondDefaultPriority } from './pods/classes';
import { limitConflicts } from './pods/limit-conflicts';
import { claimLimitViolations } from './pods/limit-ranges';
import { podCopy } from './pods/pod-copy';
import { podSecurityWarning, warnsOfWhatItEnforces } from './pods/pod-security';
import { boundPolicies } from './policies/bound-policies';
import type { ApplyRequest } from './policies/match';
import { type FailedMutation, MUTATING, MutatingPolicies } from './policies/mutating-policies';
import { VALIDATING, ValidatingPolicies } from './policies/validating-policies';
import { quotaRefusal } from './quota/check-quotas';
import { QuotaUsage } from './quota/quota-usage';
import type { Refusal } from './refusal';
import { setStorageClass } from './storage-class';

/** An object to apply. */
export interface Applying extends Placed {
  /** Plural of the kind when it is a custom resource. */
  readonly plural?: string | undefined;
  readonly isNamespaced: boolean;
  /** The server refuses the object by itself, so nothing after it can rely on it. */
  readonly isRefused: boolean;
  /** Whether the server could decode a refused object, so that plugins saw it before it was validated. */
  readonly isDecoded?: boolean;
  /** The object is in the cluster already, and the apply changes nothing: then no request is sent. */
  readonly isUnchanged?: boolean;
}

/** What the server answers to an object after those before it. */
export interface Answer extends Placed {
  readonly refusals: readonly Refusal[];
}

/** Applies objects one after the other, each onto what was accepted before. */
export class Rehearsal {
  public readonly applied: Applied;
  /** Objects as they are stored, in the order in which they were accepted. */
  public readonly accepted: Placed[] = [];
  public readonly usage: QuotaUsage;
  private readonly allocated: Allocations;
  private readonly mutating: MutatingPolicies;
  private readonly policies: ValidatingPolicies;
  private readonly notJudged: NotJudgedOfCluster;
  private readonly minor: number;

  public constructor(
    private readonly version: KubernetesVersion,
    cluster: Cluster,
  ) {
    this.applied = new Applied(withDefaults(cluster, version));
    this.minor = minorOf(version);
    this.usage = new QuotaUsage(this.applied, this.version);
    this.allocated = new Allocations(this.applied.all('Service'));
    this.mutating = new MutatingPolicies(version);
    this.policies = new ValidatingPolicies(this.minor);
    this.notJudged = new NotJudgedOfCluster(this.applied);
  }

  public apply(applying: Applying): Answer {
    const { object, document, isRefused, isNamespaced } = applying;
    if (isRefused && applying.isDecoded !== true) return { object, document, refusals: [] };
    const missing = isNamespaced ? this.missingNamespace(object) : undefined;
    if (missing !== undefined) return { object, document, refusals: [missing] };
    const stored = this.copyOf(applying);
    if (isNamespaced) stored.metadata.namespace = appliedNamespaceOf(object);
    if (isRefused) return { object, document, refusals: this.refusalsBeforeValidation(stored, applying) };
    const admitted = applying.isUnchanged === true ? { object: stored, refusals: [] } : this.admit(stored, applying);
    const placed: Placed = { object: admitted.object, document };
    if (!admitted.refusals.some(isError)) {
      const replaced = this.applied.add(placed);
      this.usage.add(placed.object, replaced);
      this.allocated.add(placed);
      this.accepted.push(placed);
    }
    return { object: placed.object, document, refusals: admitted.refusals };
  }

  /** What plugins and policies answer before the server comes to validate an object that is not valid. */
  private refusalsBeforeValidation(stored: any, { plural, isNamespaced }: Applying): Refusal[] {
    const request = this.requestOf(stored, undefined, plural, isNamespaced);
    return [...refusalsBeforeValidation(stored, this.applied, false), ...this.failedMutations(request)];
  }

  /** A copy that plugins can change: as the server would store it, where they or policies look at more than what is written. */
  public copyOf(applying: Pick<Applying, 'object' | 'plural' | 'isNamespaced'>): any {
    const { object } = applying;
    if (isKind(object, ...LOOKED_AT) || this.isForPolicies(applying)) return defaultedCopy(object, this.version);
    if (isKind(object, 'Pod')) return podCopy(object) ?? defaultedCopy(object, this.version);
    const copy = { ...object, metadata: { ...object.metadata } };
    // Of other kinds, plugins write metadata only.
    if (isKind(object, 'PersistentVolumeClaim') && object.spec) copy.spec = { ...object.spec };
    return copy;
  }

  private isForPolicies({
    object,
    plural,
    isNamespaced,
  }: Pick<Applying, 'object' | 'plural' | 'isNamespaced'>): boolean {
    if ([MUTATING, VALIDATING].every((kind) => this.applied.all(kind).length === 0)) return false;
    const namespace = isNamespaced ? appliedNamespaceOf(object) : undefined;
    const before = this.applied.find(groupKindOf(object), object.metadata.name ?? '', namespace);
    return this.isSeenByPolicies(this.requestOf(object, before?.object, plural, isNamespaced));
  }

  private isSeenByPolicies(request: ApplyRequest): boolean {
    return [MUTATING, VALIDATING].some((kind) => boundPolicies(kind, request, this.applied).length > 0);
  }

  /** The object as plugins and policies change it, and what refuses it now. */
  public admit(stored: any, { document, plural, isNamespaced }: Omit<Applying, 'object' | 'isRefused'>): Admitted {
    const before = this.applied.find(groupKindOf(stored), stored.metadata.name ?? '', stored.metadata.namespace);
    const terminating = isNamespaced && before === undefined ? this.terminatingNamespace(stored) : undefined;
    if (terminating !== undefined) return { object: stored, refusals: [terminating] };
    const requestFor = (object: any) => this.requestOf(object, before?.object, plural, isNamespaced);
    const allocation = this.allocated.refusals(stored);
    const { object, refusals: ofPlugins } = this.byPlugins(requestFor(stored));
    const request = requestFor(object);
    const refusals = [...ownerWarning(before), ...allocation, ...ofPlugins, ...this.notJudged.notes(request)];
    const { metadata } = object;
    if (metadata.name === undefined && metadata.generateName !== undefined) metadata.name = generatedName(object);
    for (const { action, message, policy, binding } of this.policies.decisions(request, this.applied)) {
      if (action === 'undecided') {
        refusals.push(undecided('ValidatingAdmissionPolicy', message, policy, binding));
        continue;
      }
      refusals.push({
        rule: POLICY_RULES[action],
        ...(action !== 'Deny' && { severity: 'warning' as const }),
        message: policyMessage(action, message, policy.object.metadata.name, binding.object.metadata.name),
        field: '',
        because: [policy, binding],
      });
    }
    if (isNamespaced) {
      const quota = this.quotaRefusal(object, before, document);
      if (quota !== undefined) refusals.push(quota);
    }
    return { object, refusals };
  }

  private missingNamespace(object: any): Refusal | undefined {
    const namespace = appliedNamespaceOf(object);
    if (!this.applied.lacks('Namespace', namespace)) return undefined;
    const message = `namespaces ${JSON.stringify(namespace)} not found`;
    return { rule: 'admission-namespace', answer: 'NotFound', message, field: 'metadata.namespace', because: [] };
  }

  /** In a namespace that is being deleted, nothing can be created. @see plugin/namespace/lifecycle of k8s.io/apiserver */
  private terminatingNamespace(object: any): Refusal | undefined {
    const namespace = this.applied.find('Namespace', appliedNamespaceOf(object));
    if (namespace?.object.status?.phase !== 'Terminating') return undefined;
    const message = `unable to create new content in namespace ${appliedNamespaceOf(object)} because it is being terminated`;
    return { rule: 'admission-namespace', message, field: '', because: [namespace] };
  }

  private byPlugins(request: ApplyRequest): Admitted {
    const { object, oldObject } = request;
    if (isKind(object, 'Pod') && oldObject === undefined) {
      const mutate = (pod: any) => this.mutate({ ...request, object: pod });
      const isSeen = this.isSeenByPolicies(request);
      const admitted = admitPod(object, { applied: this.applied, version: this.version, mutate, isSeen });
      // The server does not warn of what it refuses.
      if (admitted.refusals.some(isError)) return admitted;
      return { ...admitted, refusals: [...admitted.refusals, ...this.warnings(admitted.object)] };
    }
    if (isKind(object, 'PersistentVolumeClaim') && oldObject === undefined) setStorageClass(object, this.applied);
    const { object: mutated, refusals } = this.mutate(request);
    // What plugins look at in a pod cannot change.
    if (isKind(mutated, 'Pod')) return { object: mutated, refusals };
    return { object: mutated, refusals: [...refusals, ...this.byValidatingPlugins(mutated), ...notJudged(mutated)] };
  }

  private byValidatingPlugins(stored: any): Refusal[] {
    if (isKind(stored, 'scheduling.k8s.io/PriorityClass')) {
      const second = secondDefaultPriority(stored, this.applied);
      return second === undefined ? [] : [second];
    }
    if (isKind(stored, 'LimitRange')) return limitConflicts(stored, this.applied);
    if (!isKind(stored, 'PersistentVolumeClaim')) return this.warnings(stored);
    const limitRanges = this.applied.in(appliedNamespaceOf(stored), 'LimitRange');
    return limitRangeRefusals(limitRanges, (limitRange) => claimLimitViolations(stored, limitRange));
  }

  private failedMutations(request: ApplyRequest): Refusal[] {
    return this.mutating.mutated(request, this.applied).failures.map(mutationRefusal);
  }

  /** The object of a request as policies change it, validated unless it is a pod. */
  private mutate(request: ApplyRequest): Mutation {
    const { object, changedBy, failures } = this.mutating.mutated(request, this.applied);
    const refusals = failures.map(mutationRefusal);
    // A pod is validated after all plugins.
    if (changedBy.length === 0 || isKind(object, 'Pod')) return { object, changedBy, refusals };
    const { findings } = inspectObject(object, { kubernetesVersion: this.version });
    const invalid = findings
      .filter(({ raw }) => raw.severity === 'error')
      .map(
        ({ raw: { path, message } }): Refusal => ({
          rule: 'admission-mutation',
          answer: 'Invalid',
          message: `${kindWithGroup(object)} ${JSON.stringify(object.metadata.name)} is invalid: ${path}: ${message}`,
          field: path,
          because: changedBy,
        }),
      );
    return { object, changedBy, refusals: [...refusals, ...invalid] };
  }

  /** Warnings about the pods of an object, if it has any. */
  private warnings(stored: any): Refusal[] {
    const namespace = this.applied.find('Namespace', appliedNamespaceOf(stored));
    // A pod that is admitted violates nothing, and that pods cannot be created later says more than a warning.
    const meetsLevel = isKind(stored, 'Pod') || controlledReplicas(stored) > 0;
    if (meetsLevel && warnsOfWhatItEnforces(namespace) && this.applied.all(MUTATING).length === 0) return [];
    const warning = podSecurityWarning(stored, namespace, this.minor);
    return warning === undefined ? [] : [warning];
  }

  private quotaRefusal(stored: any, before: Placed | undefined, document: number): Refusal | undefined {
    const quotas = this.applied.in(appliedNamespaceOf(stored), 'ResourceQuota');
    if (quotas.length === 0) return undefined;
    const used = (quota: Placed) => this.usage.of(quota);
    const usageOf = (object: any) => this.usage.usageOf(object);
    const refusal = quotaRefusal(stored, { quotas, used, usageOf, minor: this.minor }, before?.object);
    if (refusal === undefined || refusal.quota.document === document) return undefined;
    const { message, field = '', quota } = refusal;
    return { rule: 'admission-resource-quota', message, field, because: [quota] };
  }

  private requestOf(object: any, oldObject: any, plural: string | undefined, isNamespaced: boolean): ApplyRequest {
    const namespace = isNamespaced ? appliedNamespaceOf(object) : undefined;
    const resource = plural ?? pluralOf(String(object.kind).toLowerCase());
    const namespaceObject =
      namespace === undefined
        ? object.kind === 'Namespace'
          ? object
          : undefined
        : this.applied.find('Namespace', namespace)?.object;
    return { object, oldObject, resource, namespace, namespaceObject };
  }
}

/** `Pod`, or `Deployment.apps`. */
function kindWithGroup({ apiVersion, kind }: any): string {
  const group = groupOf(String(apiVersion));
  return group === '' ? kind : `${kind}.${group}`;
}

/** Kinds whose defaults plugins look at. */
const LOOKED_AT = ['Namespace', 'LimitRange'];

/** What a cluster exports has its defaults; a manifest in the place of an export lacks them. */
function withDefaults(cluster: Cluster, version: KubernetesVersion): Cluster {
  if (typeof cluster !== 'object') return cluster;
  const objects = cluster.objects.map((placed) =>
    isKind(placed.object, ...LOOKED_AT) ? { ...placed, object: defaultedCopy(placed.object, version) } : placed,
  );
  return { ...cluster, objects };
}

const POLICY_RULES = { Deny: 'admission-policy', Warn: 'admission-policy-warning' } as const;

function policyMessage(action: keyof typeof POLICY_RULES, message: string, policy: string, binding: string): string {
  return action === 'Deny'
    ? `ValidatingAdmissionPolicy '${policy}' with binding '${binding}' denied request: ${message}`
    : `Validation failed for ValidatingAdmissionPolicy '${policy}' with binding '${binding}': ${message}`;
}

/** What the server answers when a policy cannot change an object. */
function mutationRefusal({ message, isUndecided, policy, binding }: FailedMutation): Refusal {
  if (isUndecided) return undecided('MutatingAdmissionPolicy', message, policy, binding);
  const names = `'${policy.object.metadata.name}' with binding '${binding.object.metadata.name}'`;
  return {
    rule: 'admission-mutation',
    answer: 'Invalid',
    message: `policy ${names} denied request: ${message}`,
    field: '',
    because: [policy, binding],
  };
}

/** A policy that asks for what only a running server knows. */
function undecided(kind: string, what: string, policy: Placed, binding: Placed): Refusal {
  const message = `could not evaluate ${kind} '${policy.object.metadata.name}': it uses ${what}`;
  return { rule: 'admission-policy-undecided', severity: 'warning', message, field: '', because: [policy, binding] };
}

/** Whether the server does not create the object. */
export function isError({ severity = 'error' }: Refusal): boolean {
  return severity === 'error';
}
