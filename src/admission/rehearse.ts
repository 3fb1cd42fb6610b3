import { groupKindOf, isKind, type KubernetesVersion, minorOf, pluralOf } from '../facts';
import { defaultedCopy } from '../validation';
import { admitPod, limitRangeRefusals } from './admit-pod';
import { Applied, type Cluster, namespaceOf, type Placed } from './applied';
import { secondDefaultPriority } from './pods/classes';
import { claimLimitViolations } from './pods/limit-ranges';
import { podSecurityWarning } from './pods/pod-security';
import type { CreateRequest } from './policies/match';
import { ValidatingPolicies } from './policies/validating-policies';
import { quotaRefusal } from './quota/check-quotas';
import { QuotaUsage } from './quota/quota-usage';
import type { Refusal } from './refusal';

/** An object to apply. */
export interface Applying extends Placed {
  /** Plural of the kind when it is a custom resource. */
  readonly plural?: string | undefined;
  readonly isNamespaced: boolean;
  /** The server refuses the object by itself, so nothing after it can rely on it. */
  readonly isRefused: boolean;
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
  private readonly policies: ValidatingPolicies;
  private readonly minor: number;

  public constructor(
    private readonly version: KubernetesVersion,
    cluster: Cluster,
  ) {
    this.applied = new Applied(cluster);
    this.minor = minorOf(version);
    this.usage = new QuotaUsage(this.applied, this.minor);
    this.policies = new ValidatingPolicies(this.minor);
  }

  public apply(applying: Applying): Answer {
    const { object, document, isRefused, isNamespaced } = applying;
    if (isRefused) return { object, document, refusals: [] };
    const missing = isNamespaced ? this.missingNamespace(object) : undefined;
    if (missing !== undefined) return { object, document, refusals: [missing] };
    const stored = defaultedCopy(object, this.version);
    const refusals = this.refusals(stored, applying);
    if (!refusals.some(isError)) {
      const replaced = this.applied.add({ object: stored, document });
      this.usage.add(stored, replaced);
      this.accepted.push({ object: stored, document });
    }
    return { object: stored, document, refusals };
  }

  /** What refuses an object now; pods are changed as the plugins change them. */
  public refusals(stored: any, { document, plural, isNamespaced }: Applying): Refusal[] {
    const refusals = this.byPlugins(stored);
    const request = this.requestOf(stored, plural, isNamespaced);
    for (const { action, message, policy, binding } of this.policies.decisions(request, this.applied)) {
      refusals.push({
        rule: POLICY_RULES[action],
        ...(action !== 'Deny' && { severity: 'warning' as const }),
        message: policyMessage(action, message, policy.object.metadata.name, binding.object.metadata.name),
        field: '',
        because: [policy, binding],
      });
    }
    if (isNamespaced) {
      const quota = this.quotaRefusal(stored, document);
      if (quota !== undefined) refusals.push(quota);
    }
    return refusals;
  }

  private missingNamespace(object: any): Refusal | undefined {
    const namespace = namespaceOf(object);
    if (!this.applied.lacks('Namespace', namespace)) return undefined;
    const message = `namespaces ${JSON.stringify(namespace)} not found`;
    return { rule: 'admission-namespace', isNotFound: true, message, field: 'metadata.namespace', because: [] };
  }

  private byPlugins(stored: any): Refusal[] {
    if (isKind(stored, 'Pod')) {
      const refusals = admitPod(stored, this.applied, this.version);
      // The server does not warn of what it refuses.
      return refusals.length > 0 ? refusals : this.warnings(stored);
    }
    if (isKind(stored, 'scheduling.k8s.io/PriorityClass')) {
      const second = secondDefaultPriority(stored, this.applied);
      return second === undefined ? [] : [second];
    }
    if (!isKind(stored, 'PersistentVolumeClaim')) return this.warnings(stored);
    const limitRanges = this.applied.in(namespaceOf(stored), 'LimitRange');
    return limitRangeRefusals(limitRanges, (limitRange) => claimLimitViolations(stored, limitRange));
  }

  /** Warnings about the pods of an object, if it has any. */
  private warnings(stored: any): Refusal[] {
    const namespace = this.applied.find('Namespace', namespaceOf(stored));
    const warning = podSecurityWarning(stored, namespace, this.minor);
    return warning === undefined ? [] : [warning];
  }

  private quotaRefusal(stored: any, document: number): Refusal | undefined {
    const namespace = namespaceOf(stored);
    const quotas = this.applied.in(namespace, 'ResourceQuota');
    if (quotas.length === 0) return undefined;
    // An object that replaces itself uses nothing more, or little.
    const { name } = stored.metadata;
    if (name !== undefined && this.applied.find(groupKindOf(stored), name, namespace) !== undefined) return undefined;
    const refusal = quotaRefusal(stored, { quotas, used: (quota) => this.usage.of(quota), minor: this.minor });
    if (refusal === undefined || refusal.quota.document === document) return undefined;
    const { message, field = '', quota } = refusal;
    return { rule: 'admission-resource-quota', message, field, because: [quota] };
  }

  private requestOf(object: any, plural: string | undefined, isNamespaced: boolean): CreateRequest {
    const namespace = isNamespaced ? namespaceOf(object) : undefined;
    const resource = plural ?? pluralOf(String(object.kind).toLowerCase());
    const namespaceObject =
      namespace === undefined
        ? object.kind === 'Namespace'
          ? object
          : undefined
        : this.applied.find('Namespace', namespace)?.object;
    return { object, resource, namespace, namespaceObject };
  }
}

const POLICY_RULES = {
  Deny: 'admission-policy',
  Warn: 'admission-policy-warning',
  undecided: 'admission-policy-undecided',
} as const;

function policyMessage(action: keyof typeof POLICY_RULES, message: string, policy: string, binding: string): string {
  if (action === 'undecided') return `could not evaluate ValidatingAdmissionPolicy '${policy}': it uses ${message}`;
  return action === 'Deny'
    ? `ValidatingAdmissionPolicy '${policy}' with binding '${binding}' denied request: ${message}`
    : `Validation failed for ValidatingAdmissionPolicy '${policy}' with binding '${binding}': ${message}`;
}

/** Whether the server does not create the object. */
export function isError({ severity = 'error' }: Refusal): boolean {
  return severity === 'error';
}
