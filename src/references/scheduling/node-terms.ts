import { selectorMatches } from '../../values';
import { valuesAt } from '../edges';

export const AFFINITY = 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution';
export const TERMS = `${AFFINITY}.nodeSelectorTerms[]`;

/** What a pod requires of its node, as terms of which one must hold: nodeSelector is in each. */
export function nodeTermsOf(spec: any): any[] {
  const selected = Object.entries(spec.nodeSelector ?? {}).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [value],
  }));
  const terms: any[] = valuesAt(spec, TERMS).map(({ value }) => value);
  return (terms.length === 0 ? [{}] : terms).map((term) => ({
    matchExpressions: [...selected, ...requirementsOf(term)],
  }));
}

/** Whether requirements of a term exclude each other: all of them must hold, each value that one allows is excluded by another. */
export function contradictsItself(term: any): boolean {
  const requirements = requirementsOf(term).filter((one) => !isRange(one));
  return requirements.some(({ key, operator, values = [] }) => {
    const others = requirements.filter((one) => one.key === key);
    if (operator === 'Exists') return others.some((one) => one.operator === 'DoesNotExist');
    return (
      operator === 'In' &&
      values.length > 0 &&
      values.every((value: string) => !selectorMatches({ matchExpressions: others }, { [key]: value }))
    );
  });
}

export function requirementsOf(term: any): any[] {
  return (term?.matchExpressions ?? []).filter((one: any) => typeof one?.key === 'string');
}

export function isRange({ operator }: any): boolean {
  return operator === 'Gt' || operator === 'Lt';
}
