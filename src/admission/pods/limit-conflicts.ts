import { appliedNamespaceOf } from '../../facts';
import { amountsOf, canonicalQuantity, compareQuantities } from '../../values';
import type { Applied } from '../applied';
import type { Refusal } from '../refusal';

const DEFAULTS = { default: 'default limit', defaultRequest: 'default request' } as const;

/** Defaults for containers that another LimitRange of the namespace sets to something else: the server takes either. */
export function limitConflicts(limitRange: any, applied: Applied): Refusal[] {
  const others = applied
    .in(appliedNamespaceOf(limitRange), 'LimitRange')
    .filter(({ object }) => object.metadata.name !== limitRange.metadata.name);
  return (Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]).flatMap((field) =>
    [...defaultsOf(limitRange, field)].flatMap(([name, amount]) => {
      const other = others.find(({ object }) => {
        const set = defaultsOf(object, field).get(name);
        return set !== undefined && compareQuantities(set, amount) !== 0;
      });
      if (other === undefined) return [];
      const theirs = canonicalQuantity(defaultsOf(other.object, field).get(name)!);
      const message = `the ${DEFAULTS[field]} of ${name} is ${canonicalQuantity(amount)}, and ${theirs} in LimitRange ${JSON.stringify(other.object.metadata.name)}: containers get either`;
      return [
        {
          rule: 'admission-limit-range-conflict',
          severity: 'warning' as const,
          message,
          field: 'spec.limits',
          because: [other],
        },
      ];
    }),
  );
}

function defaultsOf(limitRange: any, field: keyof typeof DEFAULTS): ReturnType<typeof amountsOf> {
  const items: readonly any[] = limitRange.spec?.limits ?? [];
  return amountsOf(Object.assign({}, ...items.filter(({ type }) => type === 'Container').map((item) => item[field])));
}
