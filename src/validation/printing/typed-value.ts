import { minorOf, NEWEST_VERSION } from '../../facts';
import { printedValue } from '../../findings';
import type { KubernetesDocument } from '../../schema';
import { parseFieldPath } from '../../values';
import { GO_COLLECTIONS, GO_STRUCTS, type TypeNames, typedChild, typedRoot } from '../go-types';
import { GoValue, printGoValue } from './go-value';

/** A value and the Go type of the field that holds it, as far as the schema has it. */
export interface TypedValue {
  readonly value: unknown;
  /** Undefined for a field that the schema does not have: the server names some of its fields differently. */
  readonly type: string | undefined;
}

const QUANTITY = 'resource.Quantity';
const INT_OR_STRING = 'intstr.IntOrString';

/** Names of the internal package: `core.Toleration` for `io.k8s.api.core.v1.Toleration`. */
const INTERNAL: TypeNames = {
  ofDefinition(name) {
    const [group, , type] = name.split('.').slice(-3);
    if (group === 'meta' || group === undefined) return `v1.${type}`;
    return group === 'api' || group === 'util' ? name.split('.').slice(-2).join('.') : `${group}.${type}`;
  },
  ofField: (type, key) => type.replace(/\bv\d\w*\./, `${key.split('.')[0]}.`),
  bytes: '[]byte',
  object: 'interface {}',
};

/** The value under a field path, which begins at a value of the named definition. */
export function valueAtField(
  document: KubernetesDocument,
  definition: string,
  value: unknown,
  field: string,
): TypedValue {
  let inner: any = value;
  let at = typedRoot(document, definition, INTERNAL);
  for (const step of parseFieldPath(field)) {
    at = typedChild(document, at, step, INTERNAL);
    inner = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step) ? inner[step] : undefined;
  }
  return { value: inner, type: at.node === undefined ? undefined : at.type };
}

/** The value as the messages of that version show it; undefined when nothing is known of the field. */
export function printTyped({ value, type }: TypedValue, minor: number): string | undefined {
  if (type === undefined) return value === undefined ? undefined : printedValue(value, minor);
  const isScalar = typeof value !== 'object' && ![QUANTITY, INT_OR_STRING, '[]byte'].includes(type);
  if (isScalar && value !== undefined) return printedValue(value, minor);
  if (value === undefined && isString(type)) return '""';
  if (isStruct(type) && value === undefined) return printedValue(undefined, minor);
  if (isPrintable(type) || isScalarList(type, value))
    return printGoValue(new GoValue(type, value), minor) ?? printedValue(value, minorOf(NEWEST_VERSION));
  return printedValue(value, minor);
}

/** A list of strings or numbers of a named type. */
function isScalarList(type: string, value: unknown): boolean {
  return type.startsWith('[]') && Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

/** A string, also one of a named type: Go has an empty string for one that is not set. */
function isString(type: string): boolean {
  return (
    type === 'string' || (/^[a-z]\w*\.[A-Z]\w*$/.test(type) && GO_STRUCTS[type] === undefined && !OTHERS.has(type))
  );
}

/** Types with a name that are not strings. */
const OTHERS = new Set([QUANTITY, INT_OR_STRING, 'v1.Time', 'v1.MicroTime', 'core.ResourceList']);

function isStruct(type: string): boolean {
  return /^[a-z]\w*\.[A-Z]/.test(type) && ![QUANTITY, INT_OR_STRING].includes(type) && GO_STRUCTS[type] !== undefined;
}

/** Types whose fields, or those of their elements, are known. */
function isPrintable(type: string): boolean {
  const bare = type.replace(/^(?:\[\]|map\[\w+\]|\*)+/, '');
  return (
    !bare.includes('.') ||
    [QUANTITY, INT_OR_STRING].includes(bare) ||
    GO_COLLECTIONS[bare] !== undefined ||
    GO_STRUCTS[bare] !== undefined ||
    /^[a-z]/.test(bare) === false
  );
}
