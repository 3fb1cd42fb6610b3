import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** From the bottom up: a room may import itself and the rooms before it. */
const ROOMS = [
  'origin',
  'problems',
  'manifest',
  'schema',
  'findings',
  'kubernetes',
  'reading',
  'validation',
  'policy',
  'references',
  'upgrade',
  'catalogue',
  'overlay',
  'report',
  'app',
  'pod',
  'mixins',
  'patterns',
  'testing',
  'cli',
];
/** Files above this length hold more than one job. Generated files and tables of data are not read from top to bottom. */
const MAXIMUM_LINES = 300;

const SOURCES = join(__dirname, '..', 'src');
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'))
  .sort();
const handWritten = files.filter((file) => !file.startsWith('kubernetes/generated/'));
const textOf = (file: string) => readFileSync(join(SOURCES, file), 'utf8');
const roomOf = (file: string) => file.split('/')[0];

/** Relative imports of a file as paths below src/, with whether they vanish at run time. */
function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  return [...textOf(file).matchAll(/^(import|export)(\s+type)?\b[^;]*?from '(\.[^']*)'/gms)].map(([, , type, path]) => {
    const target = relative(SOURCES, resolve(SOURCES, dirname(file), path))
      .split(sep)
      .join('/');
    const resolved = files.includes(`${target}.ts`) ? `${target}.ts` : `${target}/index.ts`;
    return { target: resolved, typeOnly: type !== undefined };
  });
}

test('every folder under src/ is a room of the list', () => {
  const folders = new Set(files.filter((file) => file.includes('/')).map(roomOf));
  expect([...folders].filter((folder) => !ROOMS.includes(folder))).toEqual([]);
});

test('a room imports only rooms below it', () => {
  const upward = files
    .filter((file) => file.includes('/'))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => ROOMS.indexOf(roomOf(target)) > ROOMS.indexOf(roomOf(file)))
        .map(({ target }) => `${file} imports ${target}`),
    );
  expect(upward).toEqual([]);
});

test('no two files need each other to load', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ target }) => target),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (!done.has(file)) {
      for (const target of graph.get(file) ?? []) {
        visit(target, [...path, file]);
      }
      done.add(file);
    }
  };
  for (const file of files) {
    visit(file, []);
  }
  expect(cycles).toEqual([]);
});

test('hand-written files stay small', () => {
  const long = handWritten
    .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAXIMUM_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines`);
  expect(long).toEqual([]);
});

/** The terminal that findings are printed on, and the check that changes the surroundings to see that nothing follows. */
const MAY_LOOK_OUTSIDE = ['app/surroundings.ts', 'testing/checks/deterministic.ts'];

test('output does not depend on clock, randomness, locale or environment', () => {
  const forbidden =
    /\b(Date\.now|new Date\(\)|Math\.random|localeCompare|toLocale\w+|Intl\.|process\.env|randomUUID)\b/;
  const offenders = handWritten
    .filter((file) => roomOf(file) !== 'cli' && !MAY_LOOK_OUTSIDE.includes(file))
    .flatMap((file) =>
      textOf(file)
        .split('\n')
        .map((line, index) => ({ line, place: `${file}:${index + 1}` }))
        .filter(({ line }) => forbidden.test(line) && !/^\s*(\*|\/\/)/.test(line))
        .map(({ line, place }) => `${place}: ${line.trim()}`),
    );
  expect(offenders).toEqual([]);
});
