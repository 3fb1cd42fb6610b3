import { groupOf } from '../../facts';
import { selectorMatches } from '../../values';
import { type Applied, namespaceOf, type Placed } from '../applied';
import { type CreateRequest, isExempt, matchesResources } from './match';
import { type Evaluation, PolicyProgram } from './program';

/** A decision of a policy about an object. */
export interface PolicyDecision {
  readonly action: 'Deny' | 'Warn' | 'undecided';
  readonly message: string;
  readonly policy: Placed;
  readonly binding: Placed;
}

const POLICY = 'admissionregistration.k8s.io/ValidatingAdmissionPolicy';

/**
 * What the ValidatingAdmissionPolicies that are bound so far decide about a request, in the order of their names.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/
 */
export class ValidatingPolicies {
  private readonly programs = new WeakMap<object, PolicyProgram>();

  public constructor(private readonly minor: number) {}

  public decisions(request: CreateRequest, applied: Applied): PolicyDecision[] {
    if (isExempt(request)) return [];
    const bindings = applied.all(`${POLICY}Binding`).toSorted(byName);
    return applied
      .all(POLICY)
      .toSorted(byName)
      .filter(({ object: policy }) => matchesResources(policy.spec?.matchConstraints, request))
      .flatMap((policy) =>
        bindings
          .filter(({ object: { spec } }) => spec?.policyName === policy.object.metadata.name)
          .filter(({ object: { spec } }) => matchesResources(spec?.matchResources, request))
          .flatMap((binding) => this.bound(policy, binding, request, applied)),
      );
  }

  private bound(policy: Placed, binding: Placed, request: CreateRequest, applied: Applied): PolicyDecision[] {
    const params = paramsOf(policy.object, binding.object, request, applied);
    const failures = typeof params === 'string' ? failure(policy.object, `failed to configure binding: ${params}`) : [];
    const results =
      typeof params === 'string' ? failures : params.flatMap((one) => this.results(policy.object, request, one));
    const actions: readonly string[] = binding.object.spec?.validationActions ?? [];
    return results.flatMap(({ message, isUndecided }): PolicyDecision[] => {
      if (isUndecided) return actions.includes('Deny') ? [{ action: 'undecided', message, policy, binding }] : [];
      return (['Deny', 'Warn'] as const)
        .filter((action) => actions.includes(action) || (action === 'Deny' && typeof params === 'string'))
        .map((action) => ({ action, message, policy, binding }));
    });
  }

  /** Messages of the validations that fail, with one parameter. */
  private results(policy: any, request: CreateRequest, params: unknown): Result[] {
    const evaluated = this.programOf(policy).on(request, params);
    const conditions: readonly { name: string; expression: string }[] = policy.spec?.matchConditions ?? [];
    const matched = conditionsMatch(conditions, evaluated);
    if (matched !== true) return matched === false ? [] : resultOf(policy, matched);
    return (policy.spec?.validations ?? []).flatMap((validation: any): Result[] => {
      const evaluation = evaluated(validation.expression);
      if (evaluation.outcome !== 'value') return resultOf(policy, evaluation);
      return evaluation.value === true ? [] : [{ message: messageOf(validation, evaluated) }];
    });
  }

  private programOf(policy: object): PolicyProgram {
    let program = this.programs.get(policy);
    if (program === undefined) {
      program = new PolicyProgram(policy, this.minor);
      this.programs.set(policy, program);
    }
    return program;
  }
}

interface Result {
  readonly message: string;
  readonly isUndecided?: boolean;
}

type Evaluated = (expression: string) => Evaluation;

/** Whether all conditions are true; one that is false decides, whatever else fails. */
function conditionsMatch(
  conditions: readonly { readonly expression: string }[],
  evaluated: Evaluated,
): boolean | Exclude<Evaluation, { outcome: 'value' }> {
  let problem: Exclude<Evaluation, { outcome: 'value' }> | undefined;
  for (const { expression } of conditions) {
    const evaluation = evaluated(expression);
    if (evaluation.outcome === 'value') {
      if (evaluation.value !== true) return false;
    } else problem ??= evaluation;
  }
  return problem ?? true;
}

function resultOf(policy: any, evaluation: Exclude<Evaluation, { outcome: 'value' }>): Result[] {
  return evaluation.outcome === 'undecided'
    ? [{ message: evaluation.reason, isUndecided: true }]
    : failure(policy, evaluation.message);
}

/** What cannot be evaluated is denied, unless the policy ignores failures. */
function failure(policy: any, message: string): Result[] {
  return policy.spec?.failurePolicy === 'Ignore' ? [] : [{ message }];
}

function messageOf({ message = '', messageExpression = '', expression }: any, evaluated: Evaluated): string {
  if (messageExpression !== '') {
    const computed = evaluated(messageExpression);
    const text = computed.outcome === 'value' && typeof computed.value === 'string' ? computed.value.trim() : '';
    if (text !== '' && !text.includes('\n')) return text;
  }
  return message.trim() || `failed expression: ${expression.trim()}`;
}

/** The parameters of a binding, `[undefined]` for none, or why there are none. @see CollectParams of k8s.io/apiserver */
function paramsOf(policy: any, binding: any, request: CreateRequest, applied: Applied): unknown[] | string {
  const { paramKind } = policy.spec ?? {};
  const { paramRef } = binding.spec ?? {};
  if (paramKind === undefined || paramRef === undefined) return [undefined];
  const group = groupOf(paramKind.apiVersion ?? '');
  const kind = group === '' ? paramKind.kind : `${group}/${paramKind.kind}`;
  const namespace = paramRef.namespace ?? request.namespace;
  const known = applied
    .all(kind)
    .filter(({ object }) => object.metadata.namespace === undefined || namespaceOf(object) === namespace)
    .map(({ object }) => object);
  const found =
    paramRef.name === undefined
      ? known.filter(({ metadata }) => selectorMatches(paramRef.selector ?? {}, metadata.labels ?? {}))
      : known.filter(({ metadata }) => metadata.name === paramRef.name);
  return found.length === 0 && paramRef.parameterNotFoundAction === 'Deny'
    ? 'no params found for policy binding with `Deny` parameterNotFoundAction'
    : found;
}

function byName(a: Placed, b: Placed): number {
  return a.object.metadata.name < b.object.metadata.name ? -1 : 1;
}
