import {
  appliedNamespaceOf,
  groupOf,
  type KubernetesVersion,
  minorOf,
  NEWEST_VERSION,
  type PodTemplate,
  podTemplateOf,
  resourcesOf,
} from '../facts';
import { type Finding, internalError, type RawFinding, type Severity } from '../findings';
import { type DecodedObject, overVersions, typedPods } from '../validation';
import { requireArguments } from '../values';
import { controlsIn, policyPodOf } from './pod-security/policy-pod';
import { type Standard, standardsOfNamespaces } from './pod-security/standards';
import { METADATA, type PodSecurityLevel, type PolicyText, type ReportPolicy } from './policy-rule';
import { POD_SECURITY_RULES, PRACTICE_RULES } from './registry';

/** Options of `checkPolicy`. */
export interface PolicyOptions {
  /**
   * Level of the Pod Security Standards that all pods must pass. `privileged` allows everything.
   *
   * @default 'privileged'
   */
  readonly podSecurity?: PodSecurityLevel | 'privileged';
  /**
   * Also checks best practices: secrets in the environment, resources, probes, replicas, persistence,
   * network policies, TLS, pinned image versions.
   *
   * @default false
   */
  readonly practices?: boolean;
  /** @default 'error' */
  readonly severity?: Severity;
  /** Version of the Pod Security Standards. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
}

/** What `checkPolicy` does; its own file, which is loaded with all rules at the first call. */
export function checkPolicy(objects: readonly unknown[], options: PolicyOptions = {}): Finding[] {
  requireArguments('checkPolicy', { objects: [objects, 'an array'], options: [options, 'an object'] });
  const version = options.kubernetesVersion ?? NEWEST_VERSION;
  const { typed, moved } = typedPods(objects, version);
  return policyFindings(typed, [version], options, { manifests: objects }).flatMap(moved);
}

/** What practices know beside the objects. */
interface Beside {
  /** The objects as they are written, which have the fields of custom resources. */
  readonly manifests?: readonly unknown[];
  /** Objects that are in the cluster and not in the input. */
  readonly there?: readonly object[];
}

/**
 * The same for objects whose fields have the types of their kinds; an undefined one is left out. Beside the level of the options,
 * pods must pass what a Namespace of the input demands of them.
 */
export function policyFindings(
  objects: readonly (DecodedObject | undefined)[],
  versions: readonly KubernetesVersion[],
  options: Pick<PolicyOptions, 'podSecurity' | 'practices' | 'severity'>,
  { manifests = [], there = [] }: Beside = {},
): Finding[] {
  const { podSecurity: level = 'privileged', severity = 'error' } = options;
  const everywhere: readonly Standard[] = level === 'privileged' ? [] : [{ level, severity }];
  const byNamespace = standardsOfNamespaces(objects);
  const practices = options.practices === true ? PRACTICE_RULES : [];
  const written = objects.map((object, index) => object && withCustomFields(object, manifests[index]));
  const together = [...written.filter((object) => object !== undefined), ...there];
  return objects.flatMap((object, document): Finding[] => {
    if (object === undefined) return [];
    const { apiVersion, kind } = object;
    const { namespace, name } = object.metadata;
    const template = podTemplateOf(object);
    const standards = [...everywhere, ...(byNamespace.get(appliedNamespaceOf(object)) ?? [])];
    const inVersion = (version: KubernetesVersion) =>
      template === undefined ? [] : violations(object, template, standards, minorOf(version));
    const subject = { object, pod: template, objects: together };
    const practised = () =>
      practices.flatMap((rule) => reportedBy(rule, object, severity, plain, (report) => rule.check(subject, report)));
    const found = [
      ...(standards.length === 0 ? [] : overVersions(versions, inVersion)),
      ...practised().map((raw) => ({ raw, kubernetesVersions: versions })),
    ];
    return found.map(({ raw, kubernetesVersions }) => ({
      ...raw,
      category: 'policy',
      ...{ apiVersion, kind, namespace, name, document, kubernetesVersions },
    }));
  });
}

/** Of kinds that are not built in, decoding leaves the metadata alone. */
function withCustomFields(object: DecodedObject, manifest: unknown): DecodedObject {
  const isBuiltIn = resourcesOf(groupOf(object.apiVersion)) !== undefined;
  return isBuiltIn ? object : { ...(manifest as object), ...object };
}

/** What a pod violates, each control and field once, as the strictest standard reports it. */
function violations(
  object: DecodedObject,
  template: PodTemplate,
  standards: readonly Standard[],
  serverMinor: number,
): RawFinding[] {
  const path = (field: string) =>
    field.startsWith(METADATA)
      ? [template.path, 'metadata', field.slice(METADATA.length)].filter((part) => part !== '').join('.')
      : `${template.specPath}.${field}`;
  const found = new Map<string, RawFinding>();
  for (const { level, minor = serverMinor, severity } of standards) {
    const pod = policyPodOf(template, Math.min(minor, serverMinor), serverMinor);
    const controls = controlsIn(POD_SECURITY_RULES, pod.minor).filter(
      (rule) => level === 'restricted' || rule.level === 'baseline',
    );
    for (const raw of controls.flatMap((rule) =>
      reportedBy(rule, object, severity, path, (report) => rule.check(pod, report)),
    )) {
      const key = `${raw.rule} ${raw.path} ${raw.message}`;
      if (found.get(key)?.severity !== 'error') found.set(key, raw);
    }
  }
  return [...found.values()];
}

const plain = (field: string) => field;

/** A rule that throws is a finding, so that it hides nothing else. */
function reportedBy(
  rule: PolicyText,
  object: DecodedObject,
  severity: Severity,
  path: (field: string) => string,
  check: (report: ReportPolicy) => void,
): RawFinding[] {
  const found: RawFinding[] = [];
  try {
    check((field, data = {}) =>
      found.push({
        rule: rule.id,
        severity,
        reason: 'PolicyViolation',
        path: path(field),
        message: rule.message.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(data[key])),
        hint: rule.hint,
      }),
    );
  } catch (error) {
    found.push(internalError(`the rule ${rule.id}`, error, object));
  }
  return found;
}
