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
  const own = managedFields.find(
    (entry) => isFields(entry) && entry.manager === KUBECTL && entry.operation === 'Apply' && isFields(entry.fieldsV1),
  );
  if (own === undefined) return undefined;
  const { apiVersion, kind } = object;
  return { ...(partOf(object, own.fieldsV1) as Fields), apiVersion, kind };
}

/** An object with the fields of an exported one that other managers own, which an apply does not remove. */
export function withFieldsOfOthers(applied: Fields, exported: Fields): Fields {
  const { managedFields } = isFields(exported.metadata) ? exported.metadata : {};
  if (!Array.isArray(managedFields)) return applied;
  return managedFields
    .filter((entry) => isFields(entry) && entry.manager !== KUBECTL && isFields(entry.fieldsV1))
    .reduce((object: Fields, { fieldsV1 }) => completed(object, partOf(exported, fieldsV1)) as Fields, applied);
}

/** A value with the fields that another has and it lacks. */
function completed(value: unknown, other: unknown): unknown {
  if (value === undefined) return other;
  if (!isFields(value) || !isFields(other)) return value;
  const whole: Fields = { ...value };
  for (const [key, field] of Object.entries(other)) setOwnField(whole, key, completed(ownField(value, key), field));
  return whole;
}

/** The part of a value that a set of fields names. */
function partOf(value: unknown, fields: Fields): unknown {
  const names = Object.entries(fields).filter(([name]) => name !== '.');
  if (names.length === 0) return value;
  if (Array.isArray(value)) {
    return names.flatMap(([name, inner]) => {
      const item = value.find((one) => isItem(one, name));
      return item === undefined ? [] : [partOf(item, inner as Fields)];
    });
  }
  if (!isFields(value)) return value;
  const part: Fields = {};
  for (const [name, inner] of names) {
    const field = ownField(value, name.slice(2));
    if (field !== undefined) setOwnField(part, name.slice(2), partOf(field, inner as Fields));
  }
  return part;
}

/** `k:{"name":"web"}` names an item by its keys, `v:"example.com/a"` one of a set. */
function isItem(item: unknown, name: string): boolean {
  const wanted: unknown = JSON.parse(name.slice(2));
  if (name.startsWith('v:')) return sameJson(item, wanted);
  return (
    isFields(item) && isFields(wanted) && Object.entries(wanted).every(([key, value]) => sameJson(item[key], value))
  );
}
