import { qosClassOfPod } from '../../values';

/** A scope of a quota: one of `spec.scopes`, or an expression of its selector. */
export interface Scope {
  readonly scopeName: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** All scopes that an object must match. */
export function scopesOf(quota: any): Scope[] {
  const names: Scope[] = (quota.spec?.scopes ?? []).map((scopeName: string) => ({ scopeName, operator: 'Exists' }));
  return [...names, ...(quota.spec?.scopeSelector?.matchExpressions ?? [])];
}

/** Whether a pod is in a scope. @see podMatchesScopeFunc (pkg/quota/v1/evaluator/core) */
export function podMatches({ scopeName, operator, values = [] }: Scope, { spec }: any): boolean {
  switch (scopeName) {
    case 'Terminating':
      return isTerminating(spec);
    case 'NotTerminating':
      return !isTerminating(spec);
    case 'BestEffort':
      return qosClassOfPod(spec) === 'BestEffort';
    case 'NotBestEffort':
      return qosClassOfPod(spec) !== 'BestEffort';
    case 'PriorityClass':
      return matchesName(operator, values, spec.priorityClassName);
    case 'CrossNamespacePodAffinity':
      return termsOf(spec.affinity).some((term) => (term.namespaces?.length ?? 0) > 0 || term.namespaceSelector);
    default:
      return false;
  }
}

/** Whether a name, or none, matches an operator of a scope. */
export function matchesName(operator: string, values: readonly string[], name: string | undefined): boolean {
  const named = name !== undefined && name !== '';
  switch (operator) {
    case 'Exists':
      return named;
    case 'DoesNotExist':
      return !named;
    case 'In':
      return named && values.includes(name);
    default:
      return !(named && values.includes(name));
  }
}

/** Validation refuses a deadline below 1, so that every one ends the pod. */
function isTerminating({ activeDeadlineSeconds }: any): boolean {
  return activeDeadlineSeconds !== undefined;
}

function termsOf(affinity: any): any[] {
  return ['podAffinity', 'podAntiAffinity'].flatMap((side) => [
    ...(affinity?.[side]?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...(affinity?.[side]?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map(
      ({ podAffinityTerm }: any) => podAffinityTerm ?? {},
    ),
  ]);
}
