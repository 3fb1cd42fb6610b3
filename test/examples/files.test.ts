import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectExamples } from '../../examples/collect';
import needsVersion from '../../examples/needs-version.json';
import podSecurity from '../../examples/pod-security.json';

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = collectExamples();
const FILES = EXAMPLES.flatMap(({ charts }) => charts.map((chart) => `${chart}.k8s.yaml`)).sort();

/** Examples that show the package as a whole and belong to no system. */
const OUTSIDE_SYSTEMS = ['workloads/first-app', 'workloads/web-app'];

test('dist/ has the file of every chart, and no other', () => {
  // The hidden file is not committed: it tells apps that write into one directory apart.
  const files = readdirSync(join(ROOT, 'dist')).filter((file) => file !== '.cdk8s-patterns');
  expect(files.sort()).toEqual(FILES);
});

test.each([
  ['pod-security.json', podSecurity],
  ['needs-version.json', needsVersion],
])('examples/%s names files of dist/ only', (_, settings) => {
  expect(Object.keys(settings).filter((file) => !FILES.includes(file))).toEqual([]);
});

test('docs/systems.md links every example, and all 64 systems in order', () => {
  const page = readFileSync(join(ROOT, 'docs', 'systems.md'), 'utf8');
  const linked = [...page.matchAll(/\]\(examples\/([^)]+)\.md\)/g)].map(([, path]) => path!);
  const examples = EXAMPLES.map(({ topic, name }) => `${topic}/${name}`);
  expect(linked.sort()).toEqual(examples.filter((path) => !OUTSIDE_SYSTEMS.includes(path)).sort());
  const ids = [...page.matchAll(/^\| (S\d\d) \|/gm)].map(([, id]) => id!);
  expect(ids).toEqual(Array.from({ length: 64 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`));
});
