import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { collectExamples } from '../../examples/collect';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'examples-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** An example that defines charts with these ids. */
function example(...charts: string[]): string {
  const definitions = charts.map((id) => `new Chart(app, '${id}');`).join(' ');
  return `const { Chart } = require(${JSON.stringify(require.resolve('cdk8s'))});
    exports.default = (app) => { ${definitions} };`;
}

function collect(files: Record<string, string>) {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return collectExamples(root).map(({ file, charts }) => [file, charts]);
}

test('every file of every directory is an example, with the charts that it defines', () => {
  expect(
    collect({
      'pods/sidecar.ts': example('sidecar'),
      'pods/native-sidecar.ts': example('native-sidecar'),
      'data/values.ts': example('values-dev', 'values-prod'),
      'data/sql/mysql.ts': example('mysql'),
      'data/values.yaml': 'a: 1\n',
    }),
  ).toEqual([
    ['data/sql/mysql.ts', ['mysql']],
    ['data/values.ts', ['values-dev', 'values-prod']],
    ['pods/native-sidecar.ts', ['native-sidecar']],
    ['pods/sidecar.ts', ['sidecar']],
  ]);
});

test('a directory with its own package.json is another project', () => {
  expect(collect({ 'library/package.json': '{}', 'library/index.ts': '', 'pods/a.ts': example('a') })).toEqual([
    ['pods/a.ts', ['a']],
  ]);
});

test.each([
  ['exports nothing', '', 'examples/pods/a.ts: expected "export default function (app: App)"'],
  [
    'exports something else',
    'exports.default = 1;',
    'examples/pods/a.ts: expected "export default function (app: App)"',
  ],
  ['exports by name only', 'exports.define = () => {};', 'examples/pods/a.ts: expected "export default function'],
  ['defines no chart', example(), 'examples/pods/a.ts: defines no chart'],
  ['defines a chart of another name', example('b'), 'examples/pods/a.ts: chart "b" must be named "a" or "a-VARIANT"'],
  ['defines a chart whose name only starts alike', example('a', 'ab'), 'chart "ab" must be named "a" or "a-VARIANT"'],
])('a file that %s is an error that names it', (_, text, message) => {
  expect(() => collect({ 'pods/a.ts': text })).toThrow(message);
});

test('a file outside the topic directories is an error that names it', () => {
  expect(() => collect({ 'a.ts': example('a') })).toThrow('examples/a.ts: move the file to the directory of its topic');
});
