import { groupsWith, KINDS_WITH_FACTS, pluralOf, resourcesOf } from '../../facts';
import { didYouMean } from '../../values';
import { valuesAt } from '../edges';
import { customList } from '../input/placed';
import type { Dangling } from '../rule/reference-rule';

/** What requests have that no resource is of: options of connections, and kinds of subresources. */
const OF_REQUESTS = /Options$|^(?:Scale|Eviction|TokenRequest)$|\*/;

/** Kinds of a match of Gatekeeper that no API group beside them has: pkg/mutation/match/match.go, kindsMatch. */
export function unknownKinds(object: any): Dangling[] {
  return valuesAt(object, 'spec.match.kinds[]').flatMap(({ value, field }) => {
    const groups = customList(value?.apiGroups).map(String);
    const known = groups.map(resourcesOf);
    // Others may have any kind.
    if (known.length === 0 || known.includes(undefined)) return [];
    return customList(value?.kinds).flatMap((kind, index): Dangling[] => {
      const plural = pluralOf(String(kind).toLowerCase());
      const kinds = [...KINDS_WITH_FACTS.keys()].flatMap((row) => {
        const [name, group = ''] = row.split('/').reverse();
        return groups.includes(group) ? [name!] : [];
      });
      const isOther = kinds.some((name) => name !== kind && name.toLowerCase() === String(kind).toLowerCase());
      if (OF_REQUESTS.test(kind) || (known.some((names) => names?.includes(plural)) && !isOther)) return [];
      const others = isOther ? [] : groupsWith(plural);
      const hint =
        others.length > 0
          ? `use apiGroups: [${others.map((group) => JSON.stringify(group)).join(' or ')}]`
          : didYouMean(String(kind), kinds);
      const message = `no API group of the match has the kind ${JSON.stringify(kind)}`;
      return [{ field: `${field}.kinds[${index}]`, message, ...(hint && { hint }), certainty: 'likely' }];
    });
  });
}
