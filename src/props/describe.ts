import type { IConstruct } from 'constructs';
import { alternativesOf } from './alternatives';
import { instanceExample, writtenExample } from './examples';
import type { Shape } from './shape';
import { definitionShape } from './shapes';
import { isCount, isSecretWord, numberOf } from './shown-value';

/** Interfaces that users know by what implements them. */
const IMPLEMENTATIONS: Readonly<Record<string, string>> = {
  Connectable: 'a WebApp, a StatefulApp, a database',
  Connection: 'a Connection',
  PodSelector: 'a workload',
  SqlDatabase: 'a MySql, a MariaDb or an ExternalDatabase',
};

/** What was expected, such as `a string or an array of Mount`. */
export function describeShape(shape: Shape): string {
  return [...new Set(alternativesOf(shape).map(describeOne))].join(' or ');
}

function describeOne(shape: Shape): string {
  if (typeof shape === 'string') return shape === 'any' ? 'a value' : withArticle(shape);
  if ('list' in shape) {
    const [element] = alternativesOf(shape.list);
    const definition =
      element !== undefined && typeof element === 'object' && 'ref' in element ? element.ref : undefined;
    return definition !== undefined && 'instanceOf' in (definitionShape(definition) ?? {})
      ? `an array of ${definition}`
      : 'an array';
  }
  if ('literals' in shape) return shape.literals.map((literal) => JSON.stringify(literal)).join(' or ');
  if ('ref' in shape) {
    const definition = definitionShape(shape.ref)!;
    if (IMPLEMENTATIONS[shape.ref] !== undefined) return IMPLEMENTATIONS[shape.ref]!;
    if ('instanceOf' in definition) return withArticle(definition.instanceOf.replace(/^I(?=[A-Z])/, ''));
    if ('props' in definition) {
      const keys = definition.required ?? Object.keys(definition.props).slice(0, 3);
      return `an object with ${keys.join(', ')}`;
    }
  }
  return 'an object';
}

/** The type of a value, without the value, which may be secret. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value !== 'object') return withArticle(typeof value);
  const { name } = Object(value).constructor ?? {};
  return typeof name === 'string' && name !== '' && name !== 'Object' ? withArticle(name) : 'an object';
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** How to write a value that has another type than expected. @param path of the prop. */
export function conversionOf(value: unknown, shape: Shape, path: string): string | undefined {
  const kinds = alternativesOf(shape);
  if (isSensitive(value)) {
    return 'create a Secret from it, and reference the Secret, for example with Env.secret("db-auth", "password")';
  }
  if (kinds.some((kind) => isInstance(kind, 'Connectable')) && isInstanceLike(value, 'selectorLabels', 'node')) {
    return `${(value as IConstruct).node.path} has no Service; a WebApp and a StatefulApp have one`;
  }
  if (kinds.some((kind) => isInstance(kind, 'Connectable')) && isInstanceLike(value, 'node')) {
    return `${(value as IConstruct).node.path} has no pods to connect to`;
  }
  if (kinds.some((kind) => isInstance(kind, 'Sensitive'))) return textOrSensitive(value, shape, path);
  if (isInstanceLike(value, 'at', 'contents') && kinds.some((kind) => isInstance(kind, 'Mount')))
    return 'use .at("/path")';
  if (typeof value === 'string' && kinds.includes('number') && value.trim() !== '' && Number.isFinite(Number(value))) {
    // File modes are written in octal.
    return /^0o?[0-7]{3}$/.test(value) ? `use 0o${value.slice(-3)}` : `use ${Number(value)}`;
  }
  if (kinds.some((kind) => isInstance(kind, 'Image'))) return 'use an image reference, for example "nginx:1.27.3"';
  if (typeof value === 'string' && kinds.some((kind) => isInstance(kind, 'Connectable'))) {
    return `pass the construct, or { address: { host: ${JSON.stringify(value)}, port: … } }`;
  }
  if (typeof value === 'string' && kinds.some((kind) => isInstance(kind, 'Service'))) {
    const byName = `{ name: ${JSON.stringify(value)}, port: 80 }`;
    if (kinds.some((kind) => isInstance(kind, 'Routable'))) return `pass the workload or its Service, or ${byName}`;
    if (path.endsWith('to.service')) return `use to: workload, or to: ${byName}`;
    return 'pass a Service of cdk8s-plus, such as that of a workload';
  }
  const isProbes = kinds.some((kind) => isInstance(kind, 'Probes'));
  if (isProbes && typeof value === 'string' && value.startsWith('/'))
    return `use Probes.http(${JSON.stringify(value)})`;
  const number = numberOf(value);
  const isValid = number !== undefined && isCount(number);
  if (isValid && kinds.some((kind) => isInstance(kind, 'Scaling'))) return `use Scaling.fixed(${number})`;
  if (isValid && kinds.some((kind) => isInstance(kind, 'Duration'))) {
    return `use Duration.seconds(${number}) of cdk8s`;
  }
  // A string beside `false` is one of its own kind, such as a path.
  const isSpecial = kinds.some(
    (kind) => typeof kind === 'object' && 'literals' in kind && kind.literals.includes(false),
  );
  const special = isSpecial ? writtenExample(path.slice(path.lastIndexOf('.') + 1), shape) : undefined;
  if (special !== undefined) return `use ${special}, for example, or false`;
  // Without a unit it would be bytes.
  if (isValid && number > 0 && SIZES.test(path) && kinds.includes('string')) return `use "${number}Gi"`;
  if ((typeof value === 'number' || typeof value === 'boolean') && kinds.includes('string')) return `use "${value}"`;
  if (typeof value === 'string' && kinds.includes('boolean') && /^(true|false)$/.test(value)) return `use ${value}`;
  const list = kinds.find((kind) => typeof kind === 'object' && 'list' in kind);
  if (
    typeof value === 'string' &&
    list !== undefined &&
    alternativesOf((list as { list: Shape }).list).some((kind) => accepts(kind, value))
  ) {
    return `use ${listOf(value)}`;
  }
  const object = kinds.map((kind) => objectAround(value, kind)).find((one) => one !== undefined);
  if (object !== undefined) return `use ${object}`;
  return instanceExample(shape);
}

/** Props that are amounts of storage. */
const SIZES = /(?:^|\.)(?:size|sizeLimit|capacity)$/;

/** `use "5"` for a number whose name does not look like that of a password. */
function textOrSensitive(value: unknown, shape: Shape, path: string): string | undefined {
  const sensitive = instanceExample(shape);
  if (!alternativesOf(shape).includes('string') || isSecretWord(path)) return sensitive;
  if (typeof value === 'boolean') return `use "${value}"`;
  if (typeof value !== 'number') return sensitive;
  return path.includes('.') ? `use "${value}"` : sensitive?.replace(/^use /, 'use a string such as "8080", or ');
}

/** `["sh", "-c", "env"]` for `sh -c env`; what is in quotes may be one word or several. */
function listOf(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length < 2) return `[${JSON.stringify(text)}]`;
  if (/["'\\`]/.test(text)) return 'an array with a string for each word';
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** The prop that a string is meant for, where it is not the one that the names tell. */
const MAIN_FIELDS: Readonly<Record<string, string>> = { HttpRequest: 'path' };

/** The object that a scalar is meant for, with all required props: `{ name: "web", port: 8080 }` for `"web"`. */
function objectAround(value: unknown, shape: Shape): string | undefined {
  const type = typeof shape === 'object' && 'ref' in shape ? shape.ref : '';
  const definition = definitionShape(type);
  if (definition === undefined || !('props' in definition) || isImplemented(shape)) return undefined;
  const { props, required = [] } = definition;
  if (typeof value === 'number') {
    const accepts = (name: string) => props[name] !== undefined && alternativesOf(props[name]).includes('number');
    return accepts('port') && required.every((name) => name === 'port') ? `{ port: ${value} }` : undefined;
  }
  if (typeof value !== 'string') return value === true && type === 'NetworkPolicyRules' ? '{}' : undefined;
  const candidates = required.length === 1 ? required : [MAIN_FIELDS[type] ?? 'host', 'name', 'path'];
  const main = candidates.find(
    (name) => props[name] === 'string' && (required.length === 0 || required.includes(name)),
  );
  if (main === undefined) return undefined;
  const text = type === 'HttpRequest' && !value.startsWith('/') ? `/${value}` : value;
  const written = (name: string) => (name === main ? JSON.stringify(text) : writtenExample(name, props[name]!, type));
  const names = required.length === 0 ? [main] : required;
  return `{ ${names.map((name) => `${name}: ${written(name) ?? '…'}`).join(', ')} }`;
}

/** Whether a value is a `Sensitive`, of any copy of the package. */
export function isSensitive(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { reveal?: unknown }).reveal === 'function';
}

/** Whether an element of an array can be this string. */
function accepts(shape: Shape, text: string): boolean {
  return shape === 'string' || (typeof shape === 'object' && 'literals' in shape && shape.literals.includes(text));
}

function isInstance(shape: Shape, name: string): boolean {
  return typeof shape === 'object' && 'ref' in shape && shape.ref === name;
}

function isInstanceLike(value: unknown, ...members: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && members.every((member) => member in value);
}

function isImplemented(shape: Shape): boolean {
  return typeof shape === 'object' && 'ref' in shape && IMPLEMENTATIONS[shape.ref] !== undefined;
}
