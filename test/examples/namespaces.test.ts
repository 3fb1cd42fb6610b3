import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const DIST = join(__dirname, '..', '..', 'dist');

/** Fields that must name the namespace: the API server requires them, and there is no shorter form. */
const REQUIRED = [
  [/^metadata\.namespace$/, 'where the object is'],
  [/^subjects\.\d+\.namespace$/, 'the ServiceAccount of a binding, of any namespace'],
  [/^webhooks\.\d+\.clientConfig\.service\.namespace$/, 'the Service of a webhook, which has no namespace itself'],
  [/^spec\.service\.namespace$/, 'the Service of an APIService, which has no namespace itself'],
] as const;

/** Strings with the name of a namespace in other fields, by file, with the reason. */
const EXCEPTIONS: Readonly<Record<string, readonly (readonly [text: string, reason: string])[]>> = {
  'teams.k8s.yaml': [
    ['NetworkPolicy/shop egress team-blue', 'the pods are in another namespace'],
    ['NetworkPolicy/stock ingress team-red', 'the pods are in another namespace'],
    ['Deployment/shop STOCK_URL http://stock.team-blue:80', 'the Service is in another namespace'],
    ['Deployment/shop STOCK_HOST stock.team-blue', 'the Service is in another namespace'],
    ['RoleBinding/developers-edit subject team-red', 'a group of users that is called like the namespace'],
    ['RoleBinding/developers-edit subject team-blue', 'a group of users that is called like the namespace'],
  ],
};

interface Found {
  readonly field: string;
  readonly value: string;
  /** The text as EXCEPTIONS writes it. */
  readonly text: string;
}

/** All strings of an object with their paths. */
function stringsOf(node: unknown, path: readonly string[] = []): { path: readonly string[]; value: string }[] {
  if (typeof node === 'string') return [{ path, value: node }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => stringsOf(value, [...path, key]));
}

function objectsOf(file: string): any[] {
  return parseAllDocuments(readFileSync(join(DIST, file), 'utf8'), { schema: 'yaml-1.1' })
    .map((document) => document.toJSON())
    .filter((object) => object !== null);
}

/** Label values that are the name of the application, which a namespace of its own has too. */
const isNameLabel = (path: readonly string[]) => /^app\.kubernetes\.io\/(name|instance|part-of)$/.test(path.at(-1)!);

/** Objects that are named after their namespace, as it itself is. */
const OF_NAMESPACES = ['Namespace', 'ResourceQuota', 'LimitRange'];

/** Strings that would be wrong after `namespace:` and the names of Namespaces were rewritten. */
function boundTo(file: string): Found[] {
  const objects = objectsOf(file);
  const namespaces = new Set<string>(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
  for (const { kind, metadata } of objects) if (kind === 'Namespace') namespaces.add(metadata.name);
  // A namespace may be called like an application: then its name alone proves nothing, but `service.namespace` does.
  const others = new Set(
    objects
      .filter(({ kind }) => !OF_NAMESPACES.includes(kind))
      .flatMap(({ metadata, spec }) => [metadata.name, ...(spec?.ports ?? []).map(({ name }: any) => name)]),
  );
  const services = objects.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name);
  return objects.flatMap((object) =>
    stringsOf(object)
      .filter(({ path }) => !REQUIRED.some(([field]) => field.test(path.join('.'))))
      .filter(
        ({ path }) =>
          !isNameLabel(path) && !(OF_NAMESPACES.includes(object.kind) && path.join('.') === 'metadata.name'),
      )
      .flatMap(({ path, value }) => {
        const isBound = [...namespaces].some((namespace) => {
          const before = others.has(namespace) ? `\\b(${services.join('|')})\\.` : '(?<![a-z0-9-])';
          return new RegExp(`${before}${namespace}(?![a-z0-9-])`).test(value);
        });
        return isBound ? [{ field: path.join('.'), value, text: textOf(object, path, value) }] : [];
      }),
  );
}

function textOf(object: any, path: readonly string[], value: string): string {
  const parent = path.slice(0, -1).reduce((node, key) => node[key], object);
  const about =
    path[0] === 'subjects' ? 'subject' : path[0] === 'spec' && /gress/.test(path[1]!) ? path[1] : parent.name;
  return `${object.kind}/${object.metadata.name} ${about ?? path.join('.')} ${value}`;
}

const FILES = readdirSync(DIST).filter((file) => file.endsWith('.yaml'));

test.each(FILES)('%s can be moved to another namespace by rewriting its namespaces', (file) => {
  const allowed = (EXCEPTIONS[file] ?? []).map(([text]) => text);
  expect(boundTo(file).filter(({ text }) => !allowed.includes(text))).toEqual([]);
  // An exception that is not used any longer would hide a fault.
  const texts = boundTo(file).map(({ text }) => text);
  expect(allowed.filter((text) => !texts.includes(text))).toEqual([]);
});
