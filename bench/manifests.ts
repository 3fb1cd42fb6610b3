import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWEST_VERSION } from '../src/facts';
import { stringifyManifests } from '../src/manifest';
import { kindsOf, loadKubernetesDocument, type SchemaNode } from '../src/schema';

/** Writes that many files of one object each: in turns a Deployment, a Service, a ConfigMap and a ServiceAccount. */
export function writeManifests(folder: string, documents: number, format: 'json' | 'yaml'): void {
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < documents; index++) {
    const object = OBJECTS[index % OBJECTS.length]!(index);
    const text = format === 'json' ? `${JSON.stringify(object, null, 2)}\n` : stringifyManifests([object]);
    writeFileSync(join(folder, `object-${String(index).padStart(6, '0')}.${format}`), text);
  }
}

/** Objects of one file after the other belong together: a Service selects the Deployment before it. */
const metadata = (index: number) => {
  const name = `web-${Math.floor(index / 4)}`;
  const labels = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': name };
  return { name, namespace: `team-${Math.floor(index / 4) % 100}`, labels };
};

const OBJECTS: readonly ((index: number) => object)[] = [
  (index) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata(index),
    spec: {
      replicas: 2,
      selector: { matchLabels: metadata(index).labels },
      template: {
        metadata: { labels: metadata(index).labels },
        spec: {
          containers: [
            {
              name: 'web',
              image: 'ghcr.io/acme/shop:1.4.2',
              ports: [{ name: 'http', containerPort: 8080 }],
              env: [{ name: 'MODE', value: 'on' }],
              resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
              readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
              securityContext: { allowPrivilegeEscalation: false, runAsNonRoot: true },
            },
          ],
        },
      },
    },
  }),
  (index) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(index),
    spec: {
      selector: metadata(index).labels,
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    },
  }),
  (index) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(index),
    data: { 'app.properties': 'mode=on\nsize=3\n', MODE: 'on' },
  }),
  (index) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(index) }),
];

/**
 * Schemas of all kinds for kubeconform, one file a kind, from the same document that our checks use. Unknown fields are
 * refused, and null is allowed, as in the schemas that kubeconform loads by default.
 */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const document = loadKubernetesDocument(NEWEST_VERSION);
  const definitions = Object.fromEntries(
    Object.entries(document.definitions).map(([name, node]) => [name, strict(name, node)]),
  );
  for (const { name, kind, group, version } of kindsOf(document)) {
    const needed = reached(name, document.definitions);
    const schema = {
      $ref: `#/definitions/${name}`,
      definitions: Object.fromEntries(needed.map((definition) => [definition, definitions[definition]])),
    };
    const file = [kind, ...(group === '' ? [] : [group.split('.')[0]]), version].join('-').toLowerCase();
    writeFileSync(join(folder, `${file}.json`), JSON.stringify(schema));
  }
}

function strict(name: string, node: SchemaNode): object {
  if (name.endsWith('.IntOrString')) return { type: ['string', 'integer', 'null'] };
  if (name.endsWith('.Quantity')) return { type: ['string', 'number', 'null'] };
  const { $ref, type, properties, items, additionalProperties, required, enum: values } = node;
  if ($ref !== undefined) return { $ref };
  return {
    ...(type !== undefined && { type: [type, 'null'] }),
    ...(values !== undefined && { enum: [...values, null] }),
    ...(required !== undefined && { required }),
    ...(items !== undefined && { items: strict('', items) }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(Object.entries(properties).map(([field, child]) => [field, strict('', child)])),
      additionalProperties: false,
    }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: strict('', additionalProperties) }),
  };
}

function reached(root: string, definitions: Readonly<Record<string, SchemaNode>>): readonly string[] {
  const names = new Set([root]);
  for (const name of names) {
    for (const [, target] of JSON.stringify(definitions[name]).matchAll(/#\/definitions\/([^"]+)/g)) names.add(target!);
  }
  return [...names];
}
