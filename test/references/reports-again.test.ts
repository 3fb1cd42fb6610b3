import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { NEWEST_VERSION } from '../../src/facts';
import { readManifests } from '../../src/reading';
import { withCustomFields } from '../../src/references/check-references';
import { Cluster } from '../../src/references/input/cluster';
import { REFERENCE_RULES } from '../../src/references/registry';
import { type Reported, reportsIn } from '../../src/references/reports';
import { reportsAgain } from '../../src/references/reports-again';
import { type DecodedObject, typedObject } from '../../src/validation';

/** Manifests of all stacks and rules; a group has objects that belong together. */
const GROUPS: readonly (readonly any[])[] = [
  ...readdirSync(join(__dirname, 'stacks')).flatMap((file) => stacksOf(file).flatMap(bothStates)),
  ...REFERENCE_RULES.flatMap(({ refused, accepted }) => [refused, accepted]),
];

function stacksOf(file: string): any[] {
  const text = readFileSync(join(__dirname, 'stacks', file), 'utf8').replaceAll(/^(?!$)/gm, '  ');
  const [{ items }] = readManifests(`items:\n${text}`, file).map(({ object }): any => object);
  return Array.isArray(items) ? items : [];
}

function bothStates({ stack }: { stack: string }): any[][] {
  return ['$1', '$2'].map((state) =>
    readManifests(stack.replaceAll(/<<(.*?)\|(.*?)>>/g, state), 'stack.yaml').flatMap(({ object }): any =>
      object === undefined ? [] : [object],
    ),
  );
}

/** As a process has them that runs an app again: the same object as long as its manifest is the same. */
const decodedByText = new Map<string, DecodedObject | undefined>();
function decoded(manifest: object): DecodedObject | undefined {
  const text = JSON.stringify(manifest);
  if (!decodedByText.has(text)) {
    const typed = typedObject(manifest, NEWEST_VERSION);
    decodedByText.set(text, typed && withCustomFields({ decoded: typed, manifest }));
  }
  return decodedByText.get(text);
}

function shown(reports: readonly Reported[]) {
  return reports.map(({ rule, subject, found }) => ({
    rule: rule.id,
    document: subject.document,
    found: 'error' in found ? String(found.error) : found,
  }));
}

let last: ReadonlySet<Reported> = new Set();
/** Reports, and those that are of the run before. */
let [all, kept] = [0, 0];

function expectSame(manifests: readonly object[], known: readonly object[], what: unknown): void {
  const objects = manifests.map(decoded);
  const again = reportsAgain(objects, known);
  kept += again.filter((report) => last.has(report)).length;
  all += again.length;
  last = new Set(again);
  const expected = reportsIn(new Cluster(objects, known), objects);
  expect({ what, reports: shown(again) }).toEqual({ what, reports: shown(expected) });
}

/** A leaf of the manifest, as the way to it. */
function leavesOf(value: any, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  return Object.keys(value).flatMap((key) => leavesOf(value[key], [...way, key]));
}

function edited(manifest: any, way: readonly string[], value: unknown): any {
  const copy = structuredClone(manifest);
  let at = copy;
  for (const key of way.slice(0, -1)) at = at[key];
  const last = way.at(-1)!;
  if (value !== undefined) at[last] = value;
  else if (Array.isArray(at)) at.splice(Number(last), 1);
  else delete at[last];
  return copy;
}

/** Objects of a namespace of their own, so that most of a change is nothing to those of others. */
function inNamespace(namespace: string, manifests: readonly any[]): any[] {
  return manifests.map((one) => ({ ...one, metadata: { namespace, ...one?.metadata } }));
}

test('what rules report is the same after any edits of objects, one after the other', () => {
  const groups = fc.array(fc.nat(GROUPS.length - 1), { minLength: 1, maxLength: 5 });
  const edit = fc.record({ document: fc.nat(), leaf: fc.nat(), up: fc.nat(3), kind: fc.nat(3), from: fc.nat() });
  const runs = fc.tuple(groups, fc.array(edit, { minLength: 1, maxLength: 8 }), fc.nat(3));
  for (const [of, edits, knownOnes] of fc.sample(runs, { numRuns: 200, seed: 11 })) {
    const start = of.flatMap((group, index) =>
      index % 3 === 0 ? GROUPS[group]! : inNamespace(`team-${index}`, GROUPS[group]!),
    );
    const known = knownOnes === 0 ? GROUPS[of[0]!]!.slice(0, 1) : [];
    let manifests: readonly any[] = start;
    expectSame(manifests, known, { of });
    for (const one of edits) {
      const document = one.document % manifests.length;
      const ways = leavesOf(manifests[document]).filter((way) => way.length > 0);
      const leaf = ways[one.leaf % ways.length];
      // Edits before this one have removed all of it.
      if (leaf === undefined) continue;
      // A whole part may be removed.
      const way = one.kind === 0 ? leaf.slice(0, Math.max(2, leaf.length - one.up)) : leaf;
      const values = one.kind === 0 ? [undefined] : one.kind === 1 ? ['other'] : valuesOf(leaf.at(-1)!, manifests);
      const value = values[one.from % values.length];
      manifests = manifests.with(document, edited(manifests[document], way, value));
      expectSame(manifests, known, { of, edits, one, way, value });
      if (one.from % 2 === 0) expectSame(start, known, { of, edits, one });
      if (one.from % 4 === 0) manifests = start;
    }
    expectSame(start, knownOnes === 1 ? start.slice(0, 1) : known, { of, edits });
    expectSame(start.slice(1), known, { of, edits });
  }
  expect(kept / all).toBeGreaterThan(0.1);
}, 200_000);

/** Values of a field in all objects: they are what makes references and selectors meet, or not. */
function valuesOf(key: string, manifests: readonly any[]): readonly unknown[] {
  return manifests.flatMap((manifest) =>
    leavesOf(manifest)
      .filter((way) => way.at(-1) === key)
      .map((way) => way.reduce((at: any, step) => at[step], manifest)),
  );
}

test('what rules report is the same after a fault is made or fixed, beside objects that stay as they are', () => {
  const beside = GROUPS[0]!;
  for (let index = 0; index + 1 < GROUPS.length; index += 2) {
    for (const state of [0, 1, 0]) {
      expectSame([...beside, ...GROUPS[index + state]!], [], { index, state });
    }
  }
});

const pod = (fields: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client' },
  spec: { containers: [{ name: 'client', image: 'client:1', ...fields }] },
});
const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'default' } };

test('a pod is looked at again when the object whose controller creates its Secret no longer does', () => {
  const ingress = (annotations: object) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', annotations },
    spec: { tls: [{ hosts: ['example.com'], secretName: 'tls' }] },
  });
  const client = pod({ envFrom: [{ secretRef: { name: 'tls' } }] });
  const issued = ingress({ 'cert-manager.io/issuer': 'ca' });
  const rules = (...objects: object[]) => {
    expectSame(objects, [], 'Ingress');
    return reportsAgain(objects.map(decoded), []).map(({ rule }) => rule.id);
  };
  const before = rules(NAMESPACE, client, issued);
  expect(rules(NAMESPACE, client, ingress({}))).not.toEqual(before);
  expect(rules(NAMESPACE, client, issued)).toEqual(before);
});

test('a pod is looked at again when an autoscaler scales the StatefulSet of a pod that it names', () => {
  const set = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'db' },
    spec: {
      replicas: 2,
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image: 'db:1' }] } },
    },
  };
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db' },
    spec: { clusterIP: 'None', selector: { app: 'db' }, ports: [{ port: 5432 }] },
  };
  const scaler = (name: string) => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'db' },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name }, maxReplicas: 5 },
  });
  const client = pod({ env: [{ name: 'DB_URL', value: 'postgres://db-4.db.default.svc:5432' }] });
  const found = (name: string) => {
    const objects = [set, service, client, scaler(name)];
    expectSame(objects, [], name);
    return reportsAgain(objects.map(decoded), []).filter(({ subject }) => subject.document === 2).length;
  };
  expect([found('web'), found('db'), found('web')]).toEqual([1, 0, 1]);
});

test('rules keep what they find in a cluster by the class that knows what it depends on', () => {
  const folder = join(__dirname, '..', '..', 'src', 'references');
  const keeping = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && /WeakMap<(?:Cluster|Placed\b)/.test(readFileSync(join(folder, name), 'utf8')),
  );
  expect(keeping).toEqual([join('input', 'found-once.ts')]);
});
