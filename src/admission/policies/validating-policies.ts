import type { Applied, Placed } from '../applied';
import { BoundPolicies, type BoundPolicy, conditionsMatch, type Evaluated, Programs } from './bound-policies';
import type { ApplyRequest } from './match';
import type { Evaluation } from './program';

/** A decision of a policy about an object. */
export interface PolicyDecision {
  readonly action: 'Deny' | 'Warn' | 'undecided';
  readonly message: string;
  readonly policy: Placed;
  readonly binding: Placed;
}

const VALIDATING = 'admissionregistration.k8s.io/ValidatingAdmissionPolicy';

/**
 * What the ValidatingAdmissionPolicies that are bound so far decide about a request, in the order of their names.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export class ValidatingPolicies {
  public readonly bound: BoundPolicies;
  private readonly programs: Programs;

  public constructor(applied: Applied, minor: number) {
    this.bound = new BoundPolicies(VALIDATING, applied);
    this.programs = new Programs(minor);
  }

  public decisions(request: ApplyRequest): PolicyDecision[] {
    return this.bound.for(request).flatMap((bound) => this.decided(bound, request));
  }

  private decided(bound: BoundPolicy, request: ApplyRequest): PolicyDecision[] {
    const { policy, binding, params, problem } = bound;
    const results =
      problem === undefined
        ? params.flatMap((one) => this.results(policy.object, request, one))
        : resultOf(policy.object, problem);
    const actions: readonly string[] = binding.object.spec?.validationActions ?? [];
    return results.flatMap(({ message, isUndecided }): PolicyDecision[] => {
      if (isUndecided) return actions.includes('Deny') ? [{ action: 'undecided', message, policy, binding }] : [];
      return (['Deny', 'Warn'] as const)
        .filter((action) => actions.includes(action) || (action === 'Deny' && problem !== undefined))
        .map((action) => ({ action, message, policy, binding }));
    });
  }

  /** Messages of the validations that fail, with one parameter. */
  private results(policy: any, request: ApplyRequest, params: unknown): Result[] {
    const evaluated = this.programs.of(policy).on(request, params);
    const matched = conditionsMatch(policy, evaluated);
    if (matched !== true) return matched === false ? [] : resultOf(policy, matched);
    return (policy.spec?.validations ?? []).flatMap((validation: any): Result[] => {
      const evaluation = evaluated(validation.expression);
      if (evaluation.outcome !== 'value') return resultOf(policy, evaluation);
      return evaluation.value === true ? [] : [{ message: messageOf(validation, evaluated) }];
    });
  }
}

interface Result {
  readonly message: string;
  readonly isUndecided?: boolean;
}

/** What cannot be evaluated is denied, unless the policy ignores failures. */
function resultOf(policy: any, evaluation: Exclude<Evaluation, { outcome: 'value' }>): Result[] {
  if (evaluation.outcome === 'undecided') return [{ message: evaluation.reason, isUndecided: true }];
  return policy.spec?.failurePolicy === 'Ignore' ? [] : [{ message: evaluation.message }];
}

function messageOf({ message = '', messageExpression = '', expression }: any, evaluated: Evaluated): string {
  if (messageExpression !== '') {
    const computed = evaluated(messageExpression);
    const text = computed.outcome === 'value' && typeof computed.value === 'string' ? computed.value.trim() : '';
    if (text !== '' && !text.includes('\n')) return text;
  }
  return message.trim() || `failed expression: ${expression.trim()}`;
}
