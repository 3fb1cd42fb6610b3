import type { CustomResourceSchema } from '../../schema';
import { fieldName, literalUnion, pascalCase } from './source';

/** Keywords that a type cannot say, in the order of the comment. */
const LIMITS = [
  'format',
  'minimum',
  'exclusiveMinimum',
  'maximum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'x-kubernetes-list-map-keys',
  'default',
] as const;

/** Collects an interface for each object with fields, named by the way to it: `PoolSpec`, `PoolSpecSelector`, … */
export class Interfaces {
  private readonly texts: string[] = [];
  private readonly names = new Set<string>();

  /** All interfaces so far, outer ones first. */
  public text(): string {
    return this.texts.join('\n\n');
  }

  /** Declares an interface, `first` being lines before its own fields, and tells the name that it got. */
  public declare(wanted: string, schema: CustomResourceSchema, first: readonly string[] = []): string {
    const name = this.freeName(wanted);
    const index = this.texts.push('') - 1;
    const base = wanted.endsWith('Props') && first.length > 0 ? wanted.slice(0, -'Props'.length) : name;
    const fields = Object.entries(schema.properties ?? {}).flatMap(([field, value]) =>
      this.field(base, field, value, schema.required?.includes(field) ?? false),
    );
    const open = isOpen(schema) ? ['  readonly [field: string]: unknown;'] : [];
    this.texts[index] = [`export interface ${name} {`, ...first, ...fields, ...open, '}'].join('\n');
    return name;
  }

  private field(owner: string, field: string, schema: CustomResourceSchema, required: boolean): string[] {
    // A field with a default is filled in before the server asks whether it is there.
    const mark = required && schema.default === undefined ? '' : '?';
    const type = this.typeOf(`${owner}${pascalCase(`-${field}`)}`, schema);
    return [...commentOf(schema), `  readonly ${fieldName(field)}${mark}: ${type};`];
  }

  private typeOf(name: string, schema: CustomResourceSchema): string {
    const type = this.bareType(name, schema);
    return schema.nullable === true && type !== 'unknown' ? `${type} | null` : type;
  }

  private bareType(name: string, schema: CustomResourceSchema): string {
    if (schema['x-kubernetes-int-or-string'] === true) return 'number | string';
    if (schema.enum !== undefined && schema.enum.length > 0) return literalUnion(schema.enum);
    switch (schema.type) {
      case 'array':
        return `ReadonlyArray<${schema.items === undefined ? 'unknown' : this.typeOf(name, schema.items)}>`;
      case 'boolean':
      case 'string':
        return schema.type;
      case 'integer':
      case 'number':
        return 'number';
      case 'object':
        return this.objectType(name, schema);
      default:
        return 'unknown';
    }
  }

  private objectType(name: string, schema: CustomResourceSchema): string {
    if (Object.keys(schema.properties ?? {}).length > 0) return this.declare(name, schema);
    if (schema['x-kubernetes-embedded-resource'] === true) {
      return '{ readonly apiVersion: string; readonly kind: string; readonly [field: string]: unknown }';
    }
    const values = schema.additionalProperties;
    return `{ readonly [key: string]: ${typeof values === 'object' ? this.typeOf(name, values) : 'unknown'} }`;
  }

  private freeName(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.names.has(name); number++) name = `${wanted}${number}`;
    this.names.add(name);
    return name;
  }
}

function isOpen(schema: CustomResourceSchema): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true;
}

function commentOf(schema: CustomResourceSchema): string[] {
  const limits = LIMITS.filter((keyword) => schema[keyword] !== undefined).map(
    (keyword) => `@${keyword.replace('x-kubernetes-', '')} ${JSON.stringify(schema[keyword])}`,
  );
  const rules = (schema['x-kubernetes-validations'] ?? []).map(({ rule, message }) => `@rule ${message ?? rule}`);
  const lines = [...limits, ...rules].map((line) => line.replaceAll('*/', '*\\/').replaceAll(/\s*\n\s*/g, ' '));
  if (lines.length === 0) return [];
  if (lines.length === 1) return [`  /** ${lines[0]} */`];
  return ['  /**', ...lines.map((line) => `   * ${line}`), '   */'];
}
