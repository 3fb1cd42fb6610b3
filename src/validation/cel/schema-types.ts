import { hasChange } from '../../facts';
import { ownField } from '../../values';
import type { FieldTypes } from './check/declarations';
import type { Environment } from './check/environment';
import { type Age, kubernetesEnvironment } from './environment';
import {
  BOOL,
  BYTES,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  optionalOf,
  STRING,
  structOf,
  TIMESTAMP,
  type Type,
} from './types/type';

type Schema = Record<string, any>;

/** Words of CEL, which a field name must not be. */
export const RESERVED: ReadonlySet<string> = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

/** The name of a field in an expression; undefined when it can have none. */
export function fieldName(name: string): string | undefined {
  if (RESERVED.has(name)) return `__${name}__`;
  if (!/^[A-Za-z_.\-/][A-Za-z0-9_.\-/]*$/.test(name)) return undefined;
  return name
    .replaceAll('__', '__underscores__')
    .replaceAll('.', '__dot__')
    .replaceAll('-', '__dash__')
    .replaceAll('/', '__slash__');
}

/** What the rules of a schema see. */
export interface RuleScope {
  readonly schema: Schema;
  /** Whether the value is a resource, whose kind, version and name can always be used. */
  readonly isResource: boolean;
  /** Whether `oldSelf` is an optional. */
  readonly isOldSelfOptional: boolean;
  readonly minor: number;
  /** @default new */
  readonly age?: Age;
}

/**
 * The environment for the rules of one schema: `self` and `oldSelf` are of its type.
 *
 * @returns undefined when the schema has no type that an expression could use
 */
export function ruleEnvironment(scope: RuleScope): Environment | undefined {
  const { minor, age = 'new' } = scope;
  const types = new SchemaTypes(hasChange(minor, age === 'new' ? 'CelPlainNamesOfNew' : 'CelPlainNames'));
  const type = types.typeOf(scope.schema, scope.isResource);
  if (type === undefined) return undefined;
  const oldSelf = scope.isOldSelfOptional ? optionalOf(type) : type;
  return kubernetesEnvironment(minor, age).extend({ self: type, oldSelf }, (name) => types.fieldsOf(name));
}

const NAMES: Schema = {
  type: 'object',
  properties: { name: { type: 'string' }, generateName: { type: 'string' } },
};
export const RESOURCE = { kind: { type: 'string' }, apiVersion: { type: 'string' }, metadata: NAMES };

/** The types of a schema and of everything in it. */
class SchemaTypes {
  private readonly structs = new Map<string, FieldTypes>();

  public constructor(private readonly takesReserved: boolean) {}

  public fieldsOf(name: string): FieldTypes | undefined {
    return this.structs.get(name);
  }

  public typeOf(schema: Schema, isResource: boolean): Type | undefined {
    if (schema['x-kubernetes-int-or-string'] === true) return DYN;
    switch (schema.type) {
      case 'array':
        return this.listType(schema.items);
      case 'object':
        return this.objectType(schema, isResource);
      case 'string':
        return ownField(STRINGS, schema.format ?? '') ?? STRING;
      case 'boolean':
        return BOOL;
      case 'number':
        return DOUBLE;
      case 'integer':
        return INT;
      default:
        return undefined;
    }
  }

  private partType(schema: Schema): Type | undefined {
    return this.typeOf(schema, schema['x-kubernetes-embedded-resource'] === true);
  }

  private listType(items: Schema | undefined): Type | undefined {
    const type = items === undefined ? undefined : this.partType(items);
    return type === undefined ? undefined : listOf(type);
  }

  private objectType(schema: Schema, isResource: boolean): Type | undefined {
    const additional = schema.additionalProperties;
    if (typeof additional === 'object' && additional !== null) {
      const type = this.partType(additional);
      return type === undefined ? undefined : mapOf(STRING, type);
    }
    const fields = new Map<string, Type>();
    const properties: Record<string, Schema> = { ...schema.properties, ...(isResource ? RESOURCE : {}) };
    for (const [name, property] of Object.entries(properties)) {
      const escaped = fieldName(name);
      const type = this.partType(property);
      if (escaped !== undefined && type !== undefined) fields.set(escaped, type);
    }
    const name = `selfType${this.structs.size}`;
    this.structs.set(
      name,
      (field) =>
        fields.get(field) ?? (this.takesReserved && RESERVED.has(field) ? fields.get(`__${field}__`) : undefined),
    );
    return structOf(name);
  }
}

const STRINGS: Readonly<Record<string, Type>> = {
  byte: BYTES,
  duration: DURATION,
  date: TIMESTAMP,
  'date-time': TIMESTAMP,
};
