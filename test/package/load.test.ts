import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Consumer } from './consumer';
import { packedTarball } from './tarball';

/** What users pay for the package before they use it. The limits are promises; docs/benchmarks.md has the figures. */
let consumer: Consumer;

beforeAll(() => {
  consumer = Consumer.create();
});

afterAll(() => consumer?.remove());

test('the tarball takes at most 1 MB, and 5 MB when installed', () => {
  expect(statSync(packedTarball()).size).toBeLessThanOrEqual(1_000_000);
  const installed = join(consumer.folder, 'node_modules', 'cdk8s-patterns');
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((file) =>
    statSync(join(installed, file)),
  );
  const bytes = files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
  expect(bytes).toBeLessThanOrEqual(5_000_000);
});

interface Load {
  /** Processor time, in milliseconds. */
  readonly cost: number;
  /** Files of JavaScript that were loaded, of this package and of what it depends on; peers apart. */
  readonly files: readonly string[];
}

/** A process of its own that requires packages and reports what that took. */
function load(...names: readonly string[]): Load {
  const program = `
    const before = process.cpuUsage();
    for (const name of ${JSON.stringify(names)}) require(name);
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ cost: (user + system) / 1000, files: Object.keys(require.cache) }));
  `;
  const { cost, files } = JSON.parse(consumer.must('node', ['--eval', program])) as Load;
  const peers = ['cdk8s', 'cdk8s-plus-28', 'constructs'].map((name) => join('node_modules', name, '/'));
  return { cost, files: files.filter((file) => !peers.some((peer) => file.includes(peer))) };
}

test('requiring it loads at most 15 files', () => {
  expect(load('cdk8s-patterns').files.length).toBeLessThanOrEqual(15);
});

test('programs keep compiled code, and CommonJS and ES modules see the same exports with and without it', () => {
  const kept = join(consumer.folder, 'node_modules', '.cache', 'cdk8s-patterns');
  rmSync(kept, { recursive: true, force: true });
  consumer.write(
    'exports.mjs',
    "import * as all from 'cdk8s-patterns';\nconsole.log(Object.keys(all).sort().join());\n",
  );
  const required = "console.log(Object.keys(require('cdk8s-patterns')).sort().join())";
  const names = Array.from({ length: 2 }, () => [
    consumer.must('node', ['--eval', required]).trim(),
    consumer
      .must('node', ['exports.mjs'])
      .trim()
      .replace(/\b(?:default|module\.exports),/g, ''),
  ]).flat();
  expect(new Set(names).size).toBe(1);
  expect(names[0]).toContain('CheckedApp');
  expect(readdirSync(kept)).toEqual([`program-${process.version}-${process.arch}.code`]);
});

test('rules, documents and parsers are loaded when they are first needed', () => {
  const heavy = load('cdk8s-patterns').files.filter((file) =>
    /lazy-(?!code-cache)|node_modules.(ajv|yaml|re2js|cronstrue)/.test(file),
  );
  expect(heavy).toEqual([]);
});

test('validate loads neither cdk8s nor constructs', () => {
  const command = join(consumer.folder, 'node_modules', 'cdk8s-patterns', 'lib', 'cli.js');
  const file = join(consumer.folder, 'config.yaml');
  writeFileSync(file, 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n');
  const program = `
    process.on('exit', () => console.log(JSON.stringify(Object.keys(require.cache))));
    process.argv = [process.execPath, ${JSON.stringify(command)}, 'validate', ${JSON.stringify(file)}];
    require(process.argv[1]);
  `;
  const files: string[] = JSON.parse(consumer.must('node', ['--eval', program]).trim().split('\n').at(-1)!);
  expect(files).toContainEqual(expect.stringContaining('check-manifests'));
  expect(files.filter((one) => /node_modules.(cdk8s|cdk8s-plus-28|constructs)[\\/]/.test(one))).toEqual([]);
});

test.each([
  ['cdk8s-patterns', 1_000_000],
  ['cdk8s-patterns/validation', 500_000],
])('requiring %s reads at most %d bytes', (name, most) => {
  const own = load(name).files.filter((file) => file.includes(join('node_modules', 'cdk8s-patterns', '/')));
  expect(own.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(most);
});

test('requiring it costs at most 1.5 times what requiring cdk8s-plus-28 costs', () => {
  // In turns, and the cheapest of each: other work on the machine makes a run dearer and never cheaper.
  const runs = Array.from({ length: 7 }, () => [load('cdk8s-plus-28').cost, load('cdk8s-patterns').cost] as const);
  const [plus, patterns] = [0, 1].map((index) => Math.min(...runs.map((run) => run[index]!)));
  expect(patterns! / plus!).toBeLessThanOrEqual(1.5);
});
