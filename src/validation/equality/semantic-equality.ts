import { definitionNameOf, type KubernetesDocument, resolveSchema, type SchemaNode } from '../../schema';
import { compareQuantities, parseQuantity } from '../../values';
import { GO_POINTERS, goTypeKey } from '../go-types';

const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
const TIMES = [
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime',
] as const as readonly string[];

type Fields = Readonly<Record<string, unknown>>;

/** A field, entry or object in a comparison: its schema, and whether Go distinguishes "not set" from the zero value. */
interface Position {
  readonly node: SchemaNode | undefined;
  readonly isPointer: boolean;
}

/**
 * Whether the server sees the same value (`apiequality.Semantic.DeepEqual`): amounts are compared as numbers (1Gi = 1024Mi), times as
 * points in time, and a missing list, map or scalar is an empty one, unless Go has a pointer there.
 */
export class SemanticEquality {
  public constructor(private readonly document: KubernetesDocument) {}

  /** Compares two values of a schema definition, such as `io.k8s.api.core.v1.PodSpec`. */
  public ofDefinition(definition: string, left: unknown, right: unknown): boolean {
    return this.equal({ node: this.document.definitions[definition], isPointer: true }, left, right);
  }

  /** Compares two values of the field at a path of keys below a definition. */
  public ofField(definition: string, keys: readonly string[], left: unknown, right: unknown): boolean {
    let position: Position = { node: this.document.definitions[definition], isPointer: true };
    let owner: string | undefined = definition;
    for (const key of keys) {
      position = this.child(position.node, key, owner);
      owner = position.node && definitionNameOf(position.node);
    }
    return this.equal(position, left, right);
  }

  private equal(position: Position, left: unknown, right: unknown): boolean {
    if (left === right) return true;
    const { node } = position;
    const definition = node && definitionNameOf(node);
    if (definition === QUANTITY) return sameQuantity(left, right);
    if (definition !== undefined && TIMES.includes(definition)) return sameTime(left, right);
    const schema = node && resolveSchema(this.document, node);
    if (isNothing(left) || isNothing(right)) {
      const other = isNothing(left) ? right : left;
      return isNothing(other) || this.isZero(position, schema, other);
    }
    if (Array.isArray(left) && Array.isArray(right)) {
      const items = { node: schema?.items, isPointer: false };
      return left.length === right.length && left.every((item, index) => this.equal(items, item, right[index]));
    }
    if (isFields(left) && isFields(right)) {
      const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
      const isMap = schema?.properties === undefined;
      for (const key of keys) {
        if (isMap && !(Object.hasOwn(left, key) && Object.hasOwn(right, key))) return false;
        if (!this.equal(this.child(node, key, definition), left[key], right[key])) return false;
      }
      return true;
    }
    return false;
  }

  private child(node: SchemaNode | undefined, key: string, definition: string | undefined): Position {
    const schema = node && resolveSchema(this.document, node);
    const property = schema?.properties?.[key];
    if (property === undefined) {
      const rest = schema?.additionalProperties;
      return { node: typeof rest === 'object' ? rest : undefined, isPointer: false };
    }
    return { node: property, isPointer: GO_POINTERS[goTypeKey(definition)]?.includes(key) ?? false };
  }

  /** Whether a value is what Go has for one that is not set. */
  private isZero({ isPointer }: Position, schema: SchemaNode | undefined, value: unknown): boolean {
    if (Array.isArray(value)) return value.length === 0;
    if (isFields(value)) return schema?.properties === undefined && Object.keys(value).length === 0;
    const isIntOrString = schema?.['x-kubernetes-int-or-string'] === true || schema?.format === 'int-or-string';
    return !isPointer && !isIntOrString && (value === '' || value === 0 || value === false);
  }
}

function sameQuantity(left: unknown, right: unknown): boolean {
  const [one, other] = [left ?? 0, right ?? 0].map((value) => parseQuantity(value as string | number));
  return one !== undefined && other !== undefined && compareQuantities(one, other) === 0;
}

function sameTime(left: unknown, right: unknown): boolean {
  return (isNothing(left) && isNothing(right)) || Date.parse(String(left)) === Date.parse(String(right));
}

function isNothing(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
