import { isDeepStrictEqual } from 'node:util';
import type { Environment } from './engine';
import { kubernetesEnvironment } from './environment';

type Schema = Record<string, any>;

/** Words of CEL, which a field name must not be. */
const RESERVED = new Set(
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

/**
 * The environment for the rules of one schema: `self` and `oldSelf` are of its type.
 *
 * @returns undefined when the schema has no type that an expression could use
 */
export function ruleEnvironment(
  schema: Schema,
  isRoot: boolean,
  optionalOldSelf: boolean,
  minor: number,
): Environment | undefined {
  const environment = kubernetesEnvironment(minor).clone();
  const type = new TypeNames(environment).typeOf(schema, isRoot);
  if (type === undefined) return undefined;
  environment.registerVariable('self', type);
  environment.registerVariable('oldSelf', optionalOldSelf ? `optional<${type}>` : type);
  return environment;
}

const NAMES: Schema = {
  type: 'object',
  properties: { name: { type: 'string' }, generateName: { type: 'string' } },
};
const RESOURCE = { kind: { type: 'string' }, apiVersion: { type: 'string' }, metadata: NAMES };

/** Declares the types of a schema as it meets them. */
class TypeNames {
  private count = 0;

  public constructor(private readonly environment: Environment) {}

  public typeOf(schema: Schema, isResource: boolean): string | undefined {
    if (schema['x-kubernetes-int-or-string'] === true) return 'dyn';
    switch (schema.type) {
      case 'array':
        return this.listType(schema.items);
      case 'object':
        return this.objectType(schema, isResource);
      case 'string':
        return STRINGS[schema.format ?? ''] ?? 'string';
      case 'boolean':
        return 'bool';
      case 'number':
        return 'double';
      case 'integer':
        return 'int';
      default:
        return undefined;
    }
  }

  private listType(items: Schema | undefined): string | undefined {
    const type = items === undefined ? undefined : this.typeOf(items, items['x-kubernetes-embedded-resource'] === true);
    return type === undefined ? undefined : `list<${type}>`;
  }

  private objectType(schema: Schema, isResource: boolean): string | undefined {
    const additional = schema.additionalProperties;
    if (additional !== undefined && !isResource && Object.keys(schema.properties ?? {}).length === 0) {
      if (typeof additional !== 'object') return undefined;
      const type = this.typeOf(additional, additional['x-kubernetes-embedded-resource'] === true);
      return type === undefined ? undefined : `map<string, ${type}>`;
    }
    const fields: Record<string, string> = {};
    const properties: Record<string, Schema> = { ...schema.properties, ...(isResource ? RESOURCE : {}) };
    for (const [name, property] of Object.entries(properties)) {
      const escaped = fieldName(name);
      const type = this.typeOf(property, property['x-kubernetes-embedded-resource'] === true);
      if (escaped !== undefined && type !== undefined) fields[escaped] = type;
    }
    const name = `selfType${this.count++}`;
    this.environment.registerType(name, { ctor: class {}, fields } as any);
    this.environment.registerOperator(`${name} == ${name}`, isDeepStrictEqual);
    return name;
  }
}

const STRINGS: Readonly<Record<string, string>> = {
  byte: 'bytes',
  duration: 'google.protobuf.Duration',
  date: 'google.protobuf.Timestamp',
  'date-time': 'google.protobuf.Timestamp',
};
