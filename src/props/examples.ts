import { alternativesOf } from './alternatives';
import type { Shape } from './shape';
import { definitionShape } from './shapes';

/** How to get an instance of a class, for values that are not one. */
const INSTANCES: Readonly<Record<string, string>> = {
  Content: 'use Content.literals({ level: "info" }) or Content.file("shop.conf"), for example',
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

/** Values of objects that programs have in a variable. */
const VARIABLES: Readonly<Record<string, string>> = {
  Adapter: 'adapter',
  Ambassador: 'ambassador',
  Connection: 'database.connection',
  CredentialReferences: 'database.credentials',
  IConstruct: 'workload',
  IServiceAccount: 'workload.serviceAccount',
  'PermissionsProps.to': 'workload',
  Mount: 'volume.at("/path")',
  PodSelector: 'workload',
  Routable: 'app',
  Service: 'app',
  SqlDatabase: 'new MySql(…)',
};

/** Examples of required values that their type does not show, by name, or by type and name where the name has several meanings. */
const EXAMPLES: Readonly<Record<string, string>> = {
  action: '"FailJob"',
  addresses: '["192.0.2.10-192.0.2.20"]',
  admin: '"blog-admin"',
  apiVersion: '"v1"',
  average: '"100"',
  by: '1',
  claim: '"data"',
  command: '["./migrate", "up"]',
  cpu: '"500m"',
  container: '"shop"',
  crds: '"imports/crds"',
  database: '"shop"',
  driver: '"ebs.csi.aws.com"',
  effect: '"NoSchedule"',
  entry: '"shop/db"',
  field: '"metadata.labels"',
  files: '["app.conf"]',
  from: '"/usr/share/app"',
  gateway: '"public"',
  group: '"developers"',
  host: '"shop.example.com"',
  image: '"nginx:1.27.3"',
  iqn: '"iqn.2001-04.com.example:storage"',
  key: '"topology.kubernetes.io/zone"',
  kind: '"Secret"',
  labels: '{ app: "cache" }',
  localhost: '"profiles/app.json"',
  lun: '0',
  max: '8',
  maxUnavailable: '1',
  memory: '"256Mi"',
  min: '2',
  minAvailable: '1',
  mirror: '"registry.example.com/mirror"',
  name: '"shop"',
  namespace: '"shop"',
  nodes: '["worker-1"]',
  path: '"/data"',
  percent: '80',
  port: '8080',
  providerClass: '"vault-db"',
  provisioner: '"ebs.csi.aws.com"',
  reason: '"accepted until the image is replaced"',
  repositories: '["registry.example.com/shop"]',
  rule: '"image-pinned"',
  rules: '["-t nat -A PREROUTING …"]',
  schedule: '"0 3 * * *"',
  secret: '"db-auth"',
  select: '{ team: "shop" }',
  selectorLabels: '{ app: "shop" }',
  server: '"nfs.example.com"',
  services: '{ web: { port: 80 } }',
  size: '"10Gi"',
  store: '"vault"',
  targetPortal: '"192.0.2.5:3260"',
  title: '"Blog"',
  type: '"DisruptionTarget"',
  upstream: '"redis.example.com:6379"',
  url: '"http://localhost:8080/-/reload"',
  user: '"jane"',
  username: '"shop"',
  value: '1000',
  values: '{ "net.core.somaxconn": 1024 }',
  verbs: '["get", "list"]',
  volumeHandle: '"vol-0123456789abcdef0"',
  weight: '1',
  'CopyFilesProps.into': 'volume.at("/path")',
  'ExternalCredentials.properties': '{ password: "password" }',
  'FailureRule.exitCodes.values': '[42]',
  'HttpRouteRule.paths.path': '"/"',
  'IngressPathProps.path': '"/"',
  'IngressPathRule.path': '"/"',
  'LogShipperProps.output.name': '"stdout"',
  'Metric.object.target.value': '"100"',
  'PortProps.name': '"http"',
  'Qos.burstable.resources.requests': '{ cpu: "100m", memory: "128Mi" }',
  'PermissionsProps.rules': '[{ resources: ["configmaps"], verbs: ["get"] }]',
  'SealedCredentials.encrypted': '{ password: "AgB…" }',
  'SecretProps.from': '[Content.literals({ password: Sensitive.file("/run/secrets/password") })]',
  'ServiceSetProps.pods': 'app',
  'StaticVolumeProps.nfs': '{ server: "nfs.example.com", path: "/data" }',
  'WordPressProps.salts': '"blog-salts"',
  'WrittenPath.path': '"/var/cache"',
};

/** Props that an example needs beside the required ones, because one of several is required. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  PermissionsProps: ['rules'],
  SingletonAppProps: ['port'],
  StatefulAppProps: ['port'],
  StaticVolumeProps: ['nfs'],
  WebAppProps: ['port'],
  WordPressProps: ['salts'],
};

/** Objects in objects of an example. */
const DEPTH = 2;

/** How to write a required value. @param owner name of the type that has the prop. */
export function exampleOf(prop: string, shape: Shape, owner = ''): string | undefined {
  const example =
    EXAMPLES[`${owner}.${prop}`] ??
    instanceExample(shape)
      ?.replace(/^use /, '')
      .replace(/, for example$/, '') ??
    written(prop, shape, owner, DEPTH);
  if (example !== undefined) return `for example ${example}`;
  const choice = alternativesOf(shape).find(isChoice);
  return choice && `one of ${choice.literals.map((literal) => JSON.stringify(literal)).join(', ')}`;
}

/** The value of an example that is plain data: a string, a number, an array of those. @param owner name of the type that has the prop. */
export function plainExample(prop: string, shape: Shape, owner = ''): unknown {
  const code = EXAMPLES[`${owner}.${prop}`] ?? (alternativesOf(shape).some(isText) ? EXAMPLES[prop] : undefined);
  try {
    return code === undefined ? undefined : JSON.parse(code);
  } catch {
    // Code that is not JSON.
    return undefined;
  }
}

/** A value for a prop in code. @param owner name of the type that has the prop. */
export function writtenExample(prop: string, shape: Shape, owner = ''): string | undefined {
  return written(prop, shape, owner, DEPTH);
}

function written(prop: string, shape: Shape, owner: string, depth: number): string | undefined {
  const kinds = alternativesOf(shape);
  const known = EXAMPLES[`${owner}.${prop}`] ?? (kinds.some(isText) ? EXAMPLES[prop] : undefined);
  if (known !== undefined) return known;
  for (const kind of kinds) {
    const value = writtenAs(prop, kind, depth);
    if (value !== undefined) return value;
  }
  return undefined;
}

function writtenAs(prop: string, kind: Shape, depth: number): string | undefined {
  if (typeof kind === 'string') return undefined;
  // In an object; by itself all literals are listed.
  if ('literals' in kind) return depth === DEPTH ? undefined : JSON.stringify(kind.literals[0]);
  if ('list' in kind) {
    const entry = written(prop, kind.list, '', depth);
    return entry === undefined ? undefined : `[${entry}]`;
  }
  if (!('ref' in kind)) return undefined;
  const instance = VARIABLES[kind.ref] ?? firstExpression(instanceExample(kind)?.replace(/^use /, ''));
  if (instance !== undefined || depth === 0) return instance;
  const definition = definitionShape(kind.ref)!;
  if (!('props' in definition) || definition.required === undefined) return undefined;
  const fields = [...definition.required, ...(NEEDED[kind.ref] ?? [])].map(
    (name) => `${name}: ${written(name, definition.props[name]!, kind.ref, depth - 1) ?? '…'}`,
  );
  return `{ ${fields.join(', ')} }`;
}

/** `Qos.guaranteed({ … })` of several to choose from: what comes before a space or a comma that is in no brackets or quotes. */
function firstExpression(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  let depth = 0;
  let quoted = false;
  for (const [at, character] of [...text].entries()) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (depth === 0 && ' ,'.includes(character)) return text.slice(0, at);
  }
  return text;
}

function isChoice(shape: Shape): shape is { readonly literals: readonly (string | number | boolean)[] } {
  return typeof shape === 'object' && 'literals' in shape;
}

/** Whether a value of this kind is the one that the name alone tells. */
function isText(shape: Shape): boolean {
  if (typeof shape === 'string') return shape !== 'boolean' && shape !== 'function';
  return 'map' in shape || ('list' in shape && alternativesOf(shape.list).some((entry) => entry === 'string'));
}

/** `use [Metric.cpu(80)], for example` for `use Metric.cpu(80), for example`. */
function inList(example: string): string {
  const alternatives = example
    .replace(/^use /, '')
    .replace(/, for example$/, '')
    .split(' or ');
  const end = example.endsWith(', for example') ? ', for example' : '';
  return `use ${alternatives.map((one) => (/[)"]$/.test(one) ? `[${one}]` : one)).join(' or ')}${end}`;
}

/** How to get an instance of the class that is expected. */
export function instanceExample(shape: Shape): string | undefined {
  for (const alternative of alternativesOf(shape)) {
    if (typeof alternative === 'object' && 'ref' in alternative && INSTANCES[alternative.ref] !== undefined) {
      return INSTANCES[alternative.ref];
    }
    if (typeof alternative === 'object' && 'list' in alternative) {
      const example = instanceExample(alternative.list);
      if (example !== undefined) return inList(example);
    }
  }
  return undefined;
}
