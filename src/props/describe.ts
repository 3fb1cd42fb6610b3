import type { IConstruct } from 'constructs';
import type { Shape } from './shape';
import { definitionShape } from './shapes';

/** How to get an instance of a class, for values that are not one; `$` is the value that was passed. */
const INSTANCES: Readonly<Record<string, string>> = {
  Content: 'use [Content.literals({ level: "info" })] or [Content.file("shop.conf")], for example',
  Credentials: 'use Credentials.fromSecret("db-auth"), for example',
  Duration: 'use Duration.seconds(30) of cdk8s, for example',
  Env: 'use Env.secret("db-auth", "password"), for example',
  EnvFrom: 'use EnvFrom.configMap("shop-config") or EnvFrom.secret("smtp")',
  Image: 'use "nginx:1.27.3", for example',
  Metric: 'use Metric.cpu(80), for example',
  Peer: 'use Peer.namespace("ingress-nginx"), for example',
  PodVolume: 'use Volumes.emptyDir("data") or another method of Volumes',
  Probes: 'use Probes.http("/healthz"), for example',
  Projection: 'use Projection.secret("user"), for example',
  Qos: 'use Qos.guaranteed({ cpu: "500m", memory: "256Mi" }), Qos.burstable or Qos.bestEffort',
  Rollout: 'use Rollout.rolling({ maxSurge: 1 }) or Rollout.recreate()',
  Scaling: 'use Scaling.fixed(2) or Scaling.onCpu({ min: 2, max: 8, percent: 80 })',
  Sensitive: 'use Sensitive.file("/run/secrets/password") or Sensitive.text',
};

/** Examples of required values that their type does not show. */
const EXAMPLES: Readonly<Record<string, string>> = {
  database: 'for example "shop"',
  host: 'for example "shop.example.com"',
  image: 'for example "nginx:1.27.3"',
  path: 'for example "/data"',
  port: 'for example 8080',
  schedule: 'for example "0 3 * * *"',
  size: 'for example "10Gi"',
};

/** Interfaces that users know by what implements them. */
const IMPLEMENTATIONS: Readonly<Record<string, string>> = {
  Connectable: 'a WebApp, a StatefulApp, a database',
  Connection: 'a Connection',
  PodSelector: 'a workload',
  SqlDatabase: 'a MySql, a MariaDb or an ExternalDatabase',
};

/** What was expected, such as `a string or an array of Mount`. */
export function describeShape(shape: Shape): string {
  return [...new Set(alternatives(shape).map(describeOne))].join(' or ');
}

function describeOne(shape: Shape): string {
  if (typeof shape === 'string') return shape === 'any' ? 'a value' : withArticle(shape);
  if ('list' in shape) {
    const [element] = alternatives(shape.list);
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

/** The alternatives of a shape, aliases resolved. */
export function alternatives(shape: Shape): readonly Shape[] {
  if (typeof shape === 'string') return [shape];
  if ('oneOf' in shape) return shape.oneOf.flatMap(alternatives);
  const definition = 'ref' in shape ? definitionShape(shape.ref) : undefined;
  return definition !== undefined && 'alias' in definition ? alternatives(definition.alias) : [shape];
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

/** How to write a required value. */
export function exampleOf(prop: string, shape: Shape): string | undefined {
  return (
    EXAMPLES[prop] ??
    instanceExample(shape)
      ?.replace(/^use /, 'for example ')
      .replace(/, for example$/, '')
  );
}

function instanceExample(shape: Shape): string | undefined {
  for (const alternative of alternatives(shape)) {
    if (typeof alternative === 'object' && 'ref' in alternative && INSTANCES[alternative.ref] !== undefined) {
      return INSTANCES[alternative.ref];
    }
    if (typeof alternative === 'object' && 'list' in alternative) {
      const example = instanceExample(alternative.list);
      if (example !== undefined) return example;
    }
  }
  return undefined;
}

/** How to write a value that has another type than expected. */
export function conversionOf(value: unknown, shape: Shape): string | undefined {
  const kinds = alternatives(shape);
  if (isSensitive(value)) {
    return 'create a Secret from it, and reference the Secret, for example with Env.secret("db-auth", "password")';
  }
  if (kinds.some((kind) => isInstance(kind, 'Connectable')) && isInstanceLike(value, 'selectorLabels', 'node')) {
    return `${(value as IConstruct).node.path} has no Service; a WebApp and a StatefulApp have one`;
  }
  // The value may be a password.
  if (kinds.some((kind) => isInstance(kind, 'Sensitive'))) return instanceExample(shape);
  if (isInstanceLike(value, 'at', 'contents') && kinds.some((kind) => isInstance(kind, 'Mount')))
    return 'use .at("/path")';
  if (typeof value === 'string' && kinds.includes('number') && value.trim() !== '' && Number.isFinite(Number(value))) {
    return `use ${Number(value)}`;
  }
  if (kinds.some((kind) => isInstance(kind, 'Image'))) return `use an image reference, ${EXAMPLES.image}`;
  if (typeof value === 'string' && kinds.some((kind) => isInstance(kind, 'Connectable'))) {
    return `pass the construct, or { address: { host: ${JSON.stringify(value)}, port: … } }`;
  }
  if ((typeof value === 'number' || typeof value === 'boolean') && kinds.includes('string')) return `use "${value}"`;
  if (typeof value === 'string' && kinds.includes('boolean') && /^(true|false)$/.test(value)) return `use ${value}`;
  const list = kinds.find((kind) => typeof kind === 'object' && 'list' in kind);
  if (
    typeof value === 'string' &&
    list !== undefined &&
    alternatives((list as { list: Shape }).list).includes('string')
  ) {
    return `use [${JSON.stringify(value)}]`;
  }
  if (typeof value === 'number' && kinds.some((kind) => isInstance(kind, 'Scaling'))) {
    return `use Scaling.fixed(${value})`;
  }
  if (typeof value === 'number' && kinds.some((kind) => isInstance(kind, 'Duration'))) {
    return `use Duration.seconds(${value}) of cdk8s`;
  }
  if (typeof value === 'string') {
    const field = kinds.map(mainField).find((name) => name !== undefined);
    if (field !== undefined) return `use { ${field}: ${JSON.stringify(value)} }`;
  }
  return instanceExample(shape);
}

/** The prop that a string is meant for, when an object is expected. */
function mainField(shape: Shape): string | undefined {
  const definition = typeof shape === 'object' && 'ref' in shape ? definitionShape(shape.ref) : undefined;
  if (definition === undefined || !('props' in definition) || isImplemented(shape)) return undefined;
  const { props, required = [] } = definition;
  const candidates =
    required.length === 1 ? required : ['host', 'name', 'path'].filter((name) => props[name] !== undefined);
  return candidates.find((name) => props[name] === 'string');
}

/** Whether a value is a `Sensitive`, of any copy of the package. */
export function isSensitive(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as { reveal?: unknown }).reveal === 'function';
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
