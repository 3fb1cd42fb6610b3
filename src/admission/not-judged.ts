import { groupOf, isKind } from '../facts';
import type { Refusal } from './refusal';

/** Groups of engines whose policies only their programs can judge. */
const ENGINES = ['kyverno.io', 'policies.kyverno.io', 'templates.gatekeeper.sh', 'constraints.gatekeeper.sh'];
const WEBHOOKS = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map(
  (kind) => `admissionregistration.k8s.io/${kind}`,
);

/** A note about an object that decides about others in a way that is not judged. */
export function notJudged(object: any): Refusal[] {
  if (!isKind(object, ...WEBHOOKS) && !ENGINES.includes(groupOf(String(object.apiVersion)))) return [];
  const message = `what ${object.kind} ${JSON.stringify(object.metadata.name)} answers to other objects is not judged`;
  return [{ rule: 'admission-not-judged', severity: 'note', message, field: '', because: [] }];
}
