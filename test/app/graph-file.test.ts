import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { addChecks, CheckedApp, CheckFailed } from '../../src/app';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'graph-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function service(chart: Chart, selector: string, spec: object = {}) {
  new ApiObject(chart, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector: { app: selector }, ports: [{ port: 80 }], ...spec },
  } as never);
  new ApiObject(chart, 'pod', {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', image: 'web:1.0' }] },
  } as never);
}

test('synth writes the graph beside the manifests, with the lines of the program', () => {
  const outdir = join(folder, 'dist');
  const app = new CheckedApp({ outdir, graph: join(folder, 'graph.json') });
  service(new Chart(app, 'shop'), 'web');
  app.synth();
  expect(readdirSync(folder).sort()).toEqual(['dist', 'graph.json']);
  const { nodes, edges } = JSON.parse(readFileSync(join(folder, 'graph.json'), 'utf8'));
  expect(edges).toMatchObject([{ from: '/Service/shop/web', to: '/Pod/shop/web', unresolved: false }]);
  const { file, line, constructPath } = nodes.find(({ kind }: { kind: string }) => kind === 'Service').source;
  expect({ file, constructPath }).toEqual({ file: 'test/app/graph-file.test.ts', constructPath: 'shop/service' });
  expect(readFileSync(__filename, 'utf8').split('\n')[line - 1]).toContain("new ApiObject(chart, 'service'");
});

test('the graph is written when a check fails, and shows what is unresolved', () => {
  const graph = join(folder, 'graph.json');
  const app = new CheckedApp({ outdir: join(folder, 'dist'), graph });
  service(new Chart(app, 'shop'), 'wep', { type: 'Unknown' });
  expect(() => app.synth()).toThrow(CheckFailed);
  expect(readdirSync(folder)).toEqual(['graph.json']);
  expect(JSON.parse(readFileSync(graph, 'utf8')).edges).toMatchObject([{ unresolved: true }]);
});

test.each([
  ['graph.png', 'the format of "graph.png" is not known'],
  [7, 'expected a string, received number'],
  [join('dist', 'graph.json'), 'kubectl apply -f dist would read'],
])('graph: %j is an error of the app', (graph, message) => {
  const app = new CheckedApp({ outdir: 'dist', graph: graph as string });
  service(new Chart(app, 'shop'), 'web');
  expect(() => app.synth()).toThrow(message);
});

test('addChecks writes it too, also when a check fails', () => {
  const graph = join(folder, 'graph.json');
  const app = addChecks(new App({ outdir: join(folder, 'dist') }), { graph });
  service(new Chart(app, 'shop'), 'wep', { type: 'Unknown' });
  expect(() => app.synthYaml()).toThrow(CheckFailed);
  expect(readdirSync(folder)).toEqual([]);
  expect(() => app.synth()).toThrow(CheckFailed);
  expect(readdirSync(folder)).toEqual(['graph.json']);
  expect(JSON.parse(readFileSync(graph, 'utf8')).edges).toMatchObject([{ unresolved: true }]);
});

test('a file of another format is an error of addChecks', () => {
  const app = addChecks(new App({ outdir: join(folder, 'dist') }), { graph: 'graph.png' });
  service(new Chart(app, 'shop'), 'web');
  expect(() => app.synth()).toThrow('the format of "graph.png" is not known');
});
