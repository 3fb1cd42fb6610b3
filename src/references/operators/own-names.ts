import { didYouMean } from '../../values';
import { type Found, valuesAt } from '../edges';
import { kindKey } from '../input/placed';
import { namesAt } from '../rule/named-items';
import type { Dangling } from '../rule/reference-rule';
import { OWN_NAMES } from './own-names-table';

/** Names of items of the object itself that it does not have, for which its operator refuses it. */
export function unknownOwnNames(object: any): Dangling[] {
  const key = kindKey(object?.apiVersion, object?.kind);
  return OWN_NAMES.flatMap(([kind, lists, fields, isIgnored, isLikely]) => {
    if (kind !== key) return [];
    const paths = lists.map((list) =>
      list.endsWith('{}') ? list : list.startsWith('=') ? list.slice(1) : `${list}[].name`,
    );
    const names = paths.flatMap((path) => namesAt(object, path));
    // A Workflow may have the templates of another object.
    if (names.length === 0 && kind.startsWith('argoproj')) return [];
    const shown = lists.map((list) => list.replace(/^=|\{\}$/g, '')).join(' and ');
    return fields
      .flatMap((field) => namedAt(object, field))
      .flatMap(({ value, field, parent }): Dangling[] => {
        if (isIgnored?.(object, Object(parent), value)) return [];
        if (typeof value !== 'string' || value === '' || /\{|\$\(/.test(value) || names.includes(value)) return [];
        const message = `${shown} ${lists.length > 1 ? 'have' : 'has'} no ${JSON.stringify(value)}`;
        const hint = didYouMean(value, names) ?? `the names are ${names.join(', ') || 'none'}`;
        return [{ field, message, hint, certainty: isLikely ? 'likely' : 'wrong' }];
      });
  });
}

/** What a path leads to, or the values of a map. */
function namedAt(object: any, path: string): Pick<Found, 'value' | 'field' | 'parent'>[] {
  if (!path.endsWith('{}')) return valuesAt(object, path);
  return valuesAt(object, path.slice(0, -2)).flatMap(({ value: map, field }) =>
    Object.entries(Object(map)).map(([key, value]) => ({ value, field: `${field}.${key}`, parent: map })),
  );
}
