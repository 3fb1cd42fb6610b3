import type { Placed } from '../applied';
import type { Refusal } from '../refusal';
import type { FailedMutation } from './mutating-policies';
import type { PolicyDecision } from './validating-policies';

/** What the server answers when a policy denies an object or warns of it. */
export function decisionRefusal({ action, message, policy, binding }: PolicyDecision): Refusal {
  if (action === 'undecided') return undecided('ValidatingAdmissionPolicy', message, policy, binding);
  const names = namesOf(policy, binding);
  const common = { field: '', because: [policy, binding] };
  return action === 'Deny'
    ? {
        ...common,
        rule: 'admission-policy',
        message: `ValidatingAdmissionPolicy ${names} denied request: ${message}`,
      }
    : {
        ...common,
        rule: 'admission-policy-warning',
        severity: 'warning',
        message: `Validation failed for ValidatingAdmissionPolicy ${names}: ${message}`,
      };
}

/** What the server answers when a policy cannot change an object. */
export function mutationRefusal({ message, isUndecided, policy, binding }: FailedMutation): Refusal {
  if (isUndecided) return undecided('MutatingAdmissionPolicy', message, policy, binding);
  return {
    rule: 'admission-mutation',
    answer: 'Invalid',
    message: `policy ${namesOf(policy, binding)} denied request: ${message}`,
    field: '',
    because: [policy, binding],
  };
}

function namesOf(policy: Placed, binding: Placed): string {
  return `'${policy.object.metadata.name}' with binding '${binding.object.metadata.name}'`;
}

/** A policy that asks for what only a running server knows. */
function undecided(kind: string, what: string, policy: Placed, binding: Placed): Refusal {
  const message = `could not evaluate ${kind} '${policy.object.metadata.name}': it uses ${what}`;
  return { rule: 'admission-policy-undecided', severity: 'warning', message, field: '', because: [policy, binding] };
}
