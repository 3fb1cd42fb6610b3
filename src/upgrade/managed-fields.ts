import { ownField, setOwnField } from '../values';
import { type Fields, isFields, sameJson } from './apply';

/** The manager of `kubectl apply --server-side`, unless `--field-manager` names another. */
const KUBECTL = 'kubectl';

/**
 * What kubectl applied to an exported object on the server, from `metadata.managedFields`; undefined where it did not.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
export function appliedByKubectl(object: Fields): Fields | undefined {
  const { managedFields } = isFields(object.metadata) ? object.metadata : {};
  if (!Array.isArray(managedFields)) return undefined;
  const own = appliedFields(managedFields);
  if (own === undefined) return undefined;
  const { apiVersion, kind } = object;
  return { ...(partOf(object, own) as Fields), apiVersion, kind };
}

/** An object with the fields of an exported one that other managers own, which an apply does not remove. */
export function withFieldsOfOthers(applied: Fields, exported: Fields): Fields {
  const { managedFields } = isFields(exported.metadata) ? exported.metadata : {};
  if (!Array.isArray(managedFields)) return applied;
  const own = appliedFields(managedFields) ?? {};
  return managedFields
    .filter((entry) => isFields(entry) && entry.manager !== KUBECTL && isFields(entry.fieldsV1))
    .reduce((object: Fields, { fieldsV1 }) => completed(object, partOf(exported, fieldsV1, own)) as Fields, applied);
}

/** The set of fields that kubectl applied. */
function appliedFields(managedFields: readonly unknown[]): Fields | undefined {
  const own = managedFields.find(
    (entry) => isFields(entry) && entry.manager === KUBECTL && entry.operation === 'Apply' && isFields(entry.fieldsV1),
  );
  return (own as { readonly fieldsV1: Fields } | undefined)?.fieldsV1;
}

/** A value with the fields that another has and it lacks. */
function completed(value: unknown, other: unknown): unknown {
  if (value === undefined) return other;
  if (!isFields(value) || !isFields(other)) return value;
  const whole: Fields = { ...value };
  for (const [key, field] of Object.entries(other)) setOwnField(whole, key, completed(ownField(value, key), field));
  return whole;
}

/**
 * The part of a value that a set of fields names.
 *
 * @param own what kubectl applied of the value: where it has fields of a map or items of a list, who has the map or list alone has none of them.
 */
function partOf(value: unknown, fields: Fields, own: Fields = {}): unknown {
  const names = namesOf(fields);
  if (names.length === 0) return namesOf(own).length === 0 ? value : Array.isArray(value) ? [] : {};
  if (Array.isArray(value)) {
    return names.flatMap(([name, inner]) => {
      const item = value.find((one) => isItem(one, name));
      if (item === undefined) return [];
      const part = partOf(item, inner as Fields, own[name] as Fields);
      return [isFields(part) ? { ...JSON.parse(name.slice(2)), ...part } : part];
    });
  }
  if (!isFields(value)) return value;
  const part: Fields = {};
  for (const [name, inner] of names) {
    const field = ownField(value, name.slice(2));
    if (field !== undefined) setOwnField(part, name.slice(2), partOf(field, inner as Fields, own[name] as Fields));
  }
  return part;
}

function namesOf(fields: Fields): [string, unknown][] {
  return Object.entries(fields).filter(([name]) => name !== '.');
}

/** `k:{"name":"web"}` names an item by its keys, `v:"example.com/a"` one of a set. */
function isItem(item: unknown, name: string): boolean {
  const wanted: unknown = JSON.parse(name.slice(2));
  if (name.startsWith('v:')) return sameJson(item, wanted);
  return (
    isFields(item) && isFields(wanted) && Object.entries(wanted).every(([key, value]) => sameJson(item[key], value))
  );
}
