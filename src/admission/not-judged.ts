import { appliedNamespaceOf, groupOf, isKind } from '../facts';
import type { Applied, Placed } from './applied';
import { type ApplyRequest, isExempt, matchesResources } from './policies/match';
import type { Refusal } from './refusal';

/** Groups of engines whose policies only their programs can judge. */
const ENGINES = ['kyverno.io', 'policies.kyverno.io', 'templates.gatekeeper.sh', 'constraints.gatekeeper.sh'];
const WEBHOOKS = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map(
  (kind) => `admissionregistration.k8s.io/${kind}`,
);

/** A note about an object that decides about others in a way that is not judged. */
export function notJudged(object: any): Refusal[] {
  return isKind(object, ...WEBHOOKS) || isOfEngine(object)
    ? [note(`${nameOf(object)} answers to other objects`, [])]
    : [];
}

/** What a cluster has that decides about objects in a way that is not judged: each is named at the first object that it decides about. */
export class NotJudgedOfCluster {
  private readonly webhooks: Set<Placed>;
  private readonly policies: Set<Placed>;

  public constructor(applied: Applied) {
    this.webhooks = new Set(WEBHOOKS.flatMap((kind) => applied.all(kind)));
    this.policies = new Set(applied.everything().filter(({ object }) => isOfEngine(object)));
  }

  /** Notes about those that decide about a request and were not named before. */
  public notes(request: ApplyRequest): Refusal[] {
    if (this.webhooks.size === 0 && this.policies.size === 0) return [];
    const asked = [...this.webhooks].filter(({ object }) => isAsked(object, request));
    for (const webhook of asked) this.webhooks.delete(webhook);
    return [
      ...asked.map((webhook) => note(`${nameOf(webhook.object)} of the cluster answers to such objects`, [webhook])),
      ...this.notesOfPolicies(request),
    ];
  }

  /** Which objects they decide about only the engine knows: one note about all of the cluster, and one about those of each namespace. */
  private notesOfPolicies({ namespace }: ApplyRequest): Refusal[] {
    const policies = [...this.policies].filter(({ object }) => [undefined, namespace].includes(namespaceOf(object)));
    for (const policy of policies) this.policies.delete(policy);
    if (policies.length === 0) return [];
    const shown = policies.slice(0, MOST_NAMES).map(({ object }) => nameOf(object));
    const others = policies.length - shown.length;
    const names = others === 0 ? shown : [...shown, `${others} more`];
    return [note(`policies of the cluster answer to objects (${names.join(', ')})`, [])];
  }
}

/** Policies that one note names. */
const MOST_NAMES = 3;

function isOfEngine({ apiVersion }: any): boolean {
  return ENGINES.includes(groupOf(String(apiVersion)));
}

/** The only namespace that a policy decides about; undefined for one of the cluster. */
function namespaceOf(policy: any): string | undefined {
  const isNamespaced = policy.metadata.namespace !== undefined || NAMESPACED.test(policy.kind);
  return isNamespaced ? appliedNamespaceOf(policy) : undefined;
}

/** Kinds of Kyverno with a namespace, which a file need not name: `Policy`, `CleanupPolicy`, `NamespacedValidatingPolicy`. */
const NAMESPACED = /^(Policy|CleanupPolicy|PolicyException|Namespaced.*)$/;

/** Whether a webhook gets such requests; its conditions may still leave this one out. */
function isAsked({ webhooks = [] }: any, request: ApplyRequest): boolean {
  if (isExempt(request)) return false;
  return webhooks.some(({ rules = [], ...selectors }: any) =>
    rules.some((rule: any) => matchesResources({ ...selectors, resourceRules: [rule] }, request)),
  );
}

function nameOf({ kind, metadata }: any): string {
  return `${kind} ${JSON.stringify(metadata.name)}`;
}

function note(what: string, because: readonly Placed[]): Refusal {
  return { rule: 'admission-not-judged', severity: 'note', message: `what ${what} is not judged`, field: '', because };
}
