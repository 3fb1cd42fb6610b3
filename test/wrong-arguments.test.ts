import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import * as index from '../src';
import * as validation from '../src/entry-validation';
import * as testing from '../src/testing';

const ENTRIES = { index, testing, validation };
/** Objects of constants, and of factories, whose arguments test/props tries. */
const OTHERS =
  /^(KUBERNETES_VERSIONS|EFFECTS|customResources|ConstructSelector|InitContainers|Mixins|Security|Sidecars|Volumes|logVolume|Match)$/;

type Call = (...args: unknown[]) => unknown;

/** All exported functions, those in objects by the name of the object too: `external.secret`. */
const FUNCTIONS = new Map(
  Object.values(ENTRIES).flatMap((entry) =>
    Object.entries<unknown>(entry).flatMap(([name, value]): [string, Call][] => {
      if (typeof value === 'function') return /^[A-Z]/.test(name) ? [] : [[name, value as Call]];
      if (typeof value !== 'object' || OTHERS.test(name)) return [];
      return Object.entries(value!).map(([method, call]) => [`${name}.${method}`, call as Call]);
    }),
  ),
);
FUNCTIONS.set('Platform.of', index.Platform.of as Call);
for (const name of ['fromChart', 'fromApp', 'fromYaml', 'fromDirectory', 'fromObjects'] as const) {
  FUNCTIONS.set(`Manifest.${name}`, (...args) => (testing.Manifest[name] as Call)(...args));
}

const newChart = () => new Chart(new App(), 'chart');
const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'shop' }, spec: { containers: [] } };
const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'shop', namespace: 'shop' } };
const version = { kubernetesVersion: '1.36' };
const diff = () => index.diffManifests([], [pod]);
const summary = { documents: 1, findings: [] };
const container = { image: 'nginx:1.27.3', qos: index.Qos.bestEffort() };
const worker = () => new index.Worker(newChart(), 'shop', container);
const snapshot = () => testing.manifestSnapshots([account])[0]!;
const [noObjects, oneObject] = [[], [pod]];

/** Valid arguments of each function. One without parameters has none. */
const VALID: Readonly<Record<string, () => readonly unknown[]>> = {
  acknowledge: () => [newChart(), 'image-latest', 'OPS-12'],
  addChecks: () => [new App(), {}],
  amend: () => [worker(), () => undefined, {}],
  apiObjectOf: () => [worker()],
  assertAllows: () => [[account], 'shop/shop', 'get', 'pods', {}],
  assertAppliesCleanlyTo: () => [[account], 'empty', '1.36'],
  assertDenies: () => [[account], 'shop/shop', 'get', 'pods', {}],
  assertDoesNotReach: () => [oneObject, 'shop', 'shop', 80, {}],
  assertPassesPolicy: () => [oneObject, 'baseline', '1.36'],
  assertReaches: () => [oneObject, 'shop', 'shop', 80, {}],
  assertReferencesOnlyKnownObjects: () => [oneObject, '1.36', []],
  assertSynthesizesDeterministically: () => [newChart],
  assertUpgradeSafeFrom: () => [oneObject, oneObject, '1.36'],
  assertValidKubernetes: () => [oneObject, '1.36'],
  bundledCustomResources: () => [],
  checkManifests: () => [oneObject, version],
  checkPolicy: () => [oneObject, {}],
  checkProps: () => ['shop', () => undefined],
  checkReferences: () => [oneObject, {}],
  checkRuntime: () => [oneObject, {}],
  checkUpgrade: () => [oneObject, oneObject, {}],
  connectionOf: () => [new index.WebApp(newChart(), 'shop', { ...container, port: 80, probes: index.Probes.none() })],
  contentHash: () => [{ a: 'b' }],
  countFindings: () => [[]],
  diffManifests: () => [noObjects, oneObject, {}],
  existingVolume: () => ['data'],
  'external.configMap': () => ['shop', {}],
  'external.object': () => ['v1', 'Secret', 'shop'],
  'external.secret': () => ['shop', {}],
  'external.service': () => ['shop', {}],
  formatDiffJson: () => [diff()],
  formatDiffMarkdown: () => [diff()],
  formatDiffText: () => [diff(), {}],
  formatGithub: () => [summary],
  formatGraph: () => [index.graphOf(oneObject), 'dot'],
  formatJson: () => [summary],
  formatJunit: () => [summary],
  formatSarif: () => [summary],
  formatText: () => [[], {}],
  graphOf: () => [oneObject, {}],
  isSafe: () => [diff()],
  loadCustomResources: () => ['imports/crds'],
  'Manifest.fromApp': () => [new App()],
  'Manifest.fromChart': () => [newChart()],
  'Manifest.fromDirectory': () => ['dist'],
  'Manifest.fromObjects': () => [oneObject],
  'Manifest.fromYaml': () => ['kind: Pod'],
  'manifestMatchers.toAllow': () => [[account], 'shop/shop', 'get', 'pods', {}],
  'manifestMatchers.toApplyCleanlyTo': () => [[account], 'empty', '1.36'],
  'manifestMatchers.toBeUpgradeSafeFrom': () => [oneObject, oneObject, '1.36'],
  'manifestMatchers.toBeValidKubernetes': () => [oneObject, '1.36'],
  'manifestMatchers.toHaveResource': () => [oneObject, 'Pod', 'shop', {}],
  // With objects it would write a snapshot.
  'manifestMatchers.toMatchManifestSnapshot': () => [noObjects, {}],
  'manifestMatchers.toPassPolicy': () => [oneObject, 'baseline', '1.36'],
  'manifestMatchers.toReach': () => [oneObject, 'shop', 'shop', 80, {}],
  'manifestMatchers.toReferenceOnlyKnownObjects': () => [oneObject, '1.36', []],
  'manifestMatchers.toSynthesizeDeterministically': () => [newChart],
  'manifestSnapshotSerializer.print': () => [snapshot()],
  'manifestSnapshotSerializer.serialize': () => [snapshot()],
  'manifestSnapshotSerializer.test': () => [snapshot()],
  manifestSnapshots: () => [[account], {}],
  originOfField: () => [index.apiObjectOf(worker()), 'spec'],
  overlay: () => [worker(), { spec: { paused: true } }],
  'Platform.of': () => [newChart()],
  qosClassOf: () => [{ containers: [] }],
  readCustomResourceDefinitions: () => [noObjects],
  readManifests: () => ['kind: Pod', 'shop.yaml'],
  readValues: () => [{ schema: 'schema.json', files: ['values.yaml'] }],
  recommendedLabels: () => [{ name: 'shop' }],
  selectorLabels: () => [{ name: 'shop' }],
  storedManifests: () => [noObjects, oneObject, {}],
  stringifyManifests: () => [oneObject],
  testConstruct: () => [index.Worker, container, {}],
  untyped: () => [{}],
  validate: () => [oneObject, version],
};

const WRONG: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  'a number': () => 7,
  'a string': () => 'text',
  'an array of strings': () => ['text'],
  'an array of null': () => [null],
  'an object': () => ({ a: 'b' }),
  'a construct': () => new Construct(newChart(), 'other'),
  'a function': () => () => 'text',
};

/** What JavaScript and Node.js report of a value of the wrong type. */
const RAW =
  /Cannot (?:read|destructure|convert|use|set)|is not (?:a function|iterable|a constructor)|Invalid value used|must be (?:of type|an instance of)/;

test('all exported functions are tried', () => {
  expect([...FUNCTIONS.keys()].sort()).toEqual(Object.keys(VALID).sort());
});

test.each(Object.keys(VALID))('%s: an argument of the wrong type is reported by name, not by JavaScript', (name) => {
  const count = VALID[name]!().length;
  const raw = Object.entries(WRONG).flatMap(([label, wrong]) =>
    Array.from({ length: count }, (_, at) => {
      try {
        FUNCTIONS.get(name)!(...VALID[name]!().map((valid, index) => (index === at ? wrong() : valid)));
      } catch (error) {
        const { message, stack } = error as Error;
        if (RAW.test(message)) return `argument ${at}, ${label}: ${stack?.split('\n').slice(0, 3).join(' ')}`;
      }
      return '';
    }).filter((line) => line !== ''),
  );
  expect(raw).toEqual([]);
});

test('the error names the function, the argument and what was expected', () => {
  expect(() => index.diffManifests('text' as never, undefined as never)).toThrow(
    'diffManifests: previous: expected an array, got a string; next: expected an array, got undefined',
  );
  expect(() => index.checkPolicy({} as never)).toThrow('checkPolicy: objects: expected an array, got an object');
  expect(() => index.apiObjectOf(undefined as never)).toThrow(
    'apiObjectOf: construct: expected a construct, got undefined',
  );
  expect(() => index.amend(newChart(), {} as never)).toThrow('amend: amendment: expected a function, got an object');
  expect(() => testing.assertValidKubernetes([pod], 7 as never)).toThrow(
    'versions: expected a version of Kubernetes such as "1.36", or an array of versions, received 7',
  );
});
