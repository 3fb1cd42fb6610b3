import { builtInVersionsOf, unknownFields } from '../overlay';
import type { KindSelector } from './like';
import { isAsymmetric, isMap, Matcher } from './matcher';
import type { Resource } from './resource';
import { describeKind } from './select-kind';

/**
 * Why a pattern can match no object of a kind, or any: a field in it that the kind does not have. `expect(…).not.toHaveResource` and
 * `hasNo` would hold whatever the manifest says.
 *
 * @param ofKind objects of the kind. One that a server would refuse may have the field all the same.
 */
export function patternProblem(kind: KindSelector, pattern: unknown, ofKind: readonly Resource[]): string | undefined {
  const objects = ofKind.map(({ object }) => object);
  const name = typeof kind === 'string' ? kind : kind.kind;
  const present = objects.map((object) => object?.apiVersion).filter((one) => typeof one === 'string');
  const versions = typeof kind === 'string' ? [...builtInVersionsOf(name), ...present] : [kind.apiVersion];
  const found = unknownFields(name, fieldsOf(pattern), [...new Set(versions)]).find(
    ({ key }) => !objects.some((object) => hasKey(object, key)),
  );
  if (found === undefined) return undefined;
  const hint = found.hint === undefined ? '' : `; ${found.hint}`;
  return `${describeKind(kind)} has no field ${found.path}, so that the pattern tells nothing${hint}`;
}

/** The fields of a pattern, without what matches their values. */
function fieldsOf(pattern: unknown): unknown {
  if (pattern instanceof Matcher) return fieldsOf(pattern.inner);
  if (Array.isArray(pattern)) return pattern.map(fieldsOf);
  // A matcher of jest shows no fields.
  if (!isMap(pattern) || isAsymmetric(pattern)) return undefined;
  return Object.fromEntries(Object.entries(pattern).map(([key, value]) => [key, fieldsOf(value)]));
}

function hasKey(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return value.some((entry) => hasKey(entry, key));
  return isMap(value) && (Object.hasOwn(value, key) || Object.values(value).some((entry) => hasKey(entry, key)));
}
