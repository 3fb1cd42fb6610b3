import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/**
 * The modules of src/ from the bottom up, each with the modules that may import it: names, `*` for every module above it,
 * `validation/*` for everything in that folder. A module is imported through its index.ts only.
 */
const MODULES: Readonly<Record<string, string>> = {
  // What the package knows and works with, before any check.
  'package-info': '*',
  'code-cache': 'cli',
  project: 'schema cli',
  facts: '*',
  values: '*',
  findings: '*',
  origin: 'props check graph overlay app mixins patterns testing platform',
  props: 'images runtime check pod network platform overlay app mixins patterns testing',
  manifest: 'references rule-pages upgrade app patterns testing cli',
  output: 'app cli',
  schema: 'schema/imports kubernetes/typescript validation validation/* upgrade diff check overlay testing cli',
  'schema/imports': 'check upgrade cli',
  'kubernetes/generated/crds': 'patterns',
  'kubernetes/generated': 'kubernetes',
  kubernetes: 'validation/rule pod network overlay mixins patterns testing',
  'kubernetes/typescript': 'cli',
  reading: 'images references runtime check app patterns testing cli',
  images: 'runtime rule-pages check pod platform app mixins patterns testing cli',
  // The server's validation.
  'validation/rule': 'validation validation/*',
  'validation/go-types': 'validation/decode validation/equality validation/printing',
  'validation/equality': 'validation',
  'validation/schema-values': 'validation/cel validation/custom-resources validation/groups/apiextensions',
  'validation/cel':
    'admission validation/custom-resources validation/groups/admissionregistration validation/groups/apiextensions validation/groups/resource',
  'validation/printing': 'validation/walk validation/groups/*',
  'validation/decode': 'validation validation/custom-resources',
  'validation/walk': 'validation validation/custom-resources',
  'validation/groups/core': 'validation/groups validation/groups/node',
  'validation/groups/flowcontrol': 'validation/groups validation/groups/meta',
  'validation/groups/meta': 'validation validation/custom-resources validation/groups',
  'validation/custom-resources': 'validation validation/groups/apiextensions',
  ...groupModules('validation/groups'),
  'validation/groups': 'validation rule-pages',
  validation: 'policy references runtime admission upgrade rule-pages check diff testing',
  // The other checks, and what is made of findings.
  access: 'testing',
  reachability: 'references graph testing',
  policy: 'admission rule-pages check testing',
  references: 'rule-pages check diff graph testing',
  runtime: 'rule-pages check testing cli',
  upgrade: 'admission rule-pages check diff testing',
  admission: 'rule-pages check diff testing',
  diff: 'testing cli',
  'rule-pages': 'report check cli',
  report: 'app testing cli',
  check: 'graph app testing cli',
  graph: 'app cli',
  // What users write programs with.
  overlay: 'pod mixins patterns testing',
  pod: 'network platform mixins patterns',
  network: 'platform mixins patterns',
  platform: 'app mixins patterns testing',
  app: 'mixins patterns testing',
  mixins: 'patterns',
  patterns: '',
  testing: '',
  cli: '',
};

/** Every API group is a module that only the list of all groups imports, unless a row above says more. */
function groupModules(importer: string): Record<string, string> {
  const known = ['core', 'flowcontrol', 'meta'];
  return Object.fromEntries(
    readdirSync(join(__dirname, '..', 'src', importer), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !known.includes(entry.name))
      .map(({ name }) => [`${importer}/${name}`, importer]),
  );
}

const NAMES = Object.keys(MODULES);
/** Files above this length hold more than one job. Generated files and tables of data are not read from top to bottom. */
const MAXIMUM_LINES = 300;

const SOURCES = join(__dirname, '..', 'src');
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.split(sep).join('/'))
  .sort();
const handWritten = files.filter(
  (file) => !/^(?:kubernetes|props)\/generated\/|^validation\/go-types\/(?:pointers|structs|types)\.ts$/.test(file),
);
const textOf = (file: string) => readFileSync(join(SOURCES, file), 'utf8');

/** The innermost module around a file; files directly under src/ are entries of the package and belong to none. */
function moduleOf(file: string): string | undefined {
  return NAMES.filter((name) => file.startsWith(`${name}/`)).sort((a, b) => b.length - a.length)[0];
}

/** Imports that leave the module of their file. */
function crossings() {
  return files.flatMap((file) =>
    importsOf(file)
      .map(({ target }) => ({ file, target, from: moduleOf(file), to: moduleOf(target) }))
      .filter(({ from, to }) => from !== to),
  );
}

function mayImport(from: string, to: string): boolean {
  if (NAMES.indexOf(from) < NAMES.indexOf(to)) return false;
  return MODULES[to]!.split(' ').some(
    (allowed) =>
      allowed === '*' || allowed === from || (allowed.endsWith('/*') && from.startsWith(allowed.slice(0, -1))),
  );
}

/** Relative imports of a file as paths below src/, with whether they are there when the file loads: not types, not later. */
function importsOf(file: string): { target: string; atLoad: boolean }[] {
  const text = textOf(file);
  const statements = text.matchAll(/^(?:import|export)(\s+type)?\b[^;]*?from '(\.[^']*)'/gms);
  const calls = text.matchAll(/\b(?:require|import)\('(\.[^']*)'\)/g);
  return [
    ...[...statements].map(([, type, path]) => ({ target: sourceOf(file, path!), atLoad: type === undefined })),
    ...[...calls].map(([, path]) => ({ target: sourceOf(file, path!), atLoad: false })),
  ].filter(({ target }) => files.includes(target));
}

function sourceOf(file: string, path: string): string {
  const target = relative(SOURCES, resolve(SOURCES, dirname(file), path.replace(/\.js$/, '')))
    .split(sep)
    .join('/');
  return files.includes(`${target}.ts`) ? `${target}.ts` : `${target}/index.ts`;
}

test('every directory under src/ belongs to a module of the list', () => {
  expect(files.filter((file) => file.includes('/') && moduleOf(file) === undefined)).toEqual([]);
});

test('a module is imported only by modules that may, all of them above it', () => {
  const forbidden = crossings()
    .filter(({ from, to }) => from !== undefined && to !== undefined && !mayImport(from, to))
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(forbidden).toEqual([]);
});

test('a module is imported through its index.ts only', () => {
  const deep = crossings()
    .filter(({ target }) => !target.endsWith('/index.ts'))
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(deep).toEqual([]);
});

test('no two files need each other to load', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ atLoad }) => atLoad)
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

/** The directories of src/references from the bottom up; the files beside them come last. */
const REFERENCE_DIRECTORIES =
  'edges input rule services scaling connections access operators admission routes storage scheduling pods workloads'.split(
    ' ',
  );

test('a directory of rules about references imports only those before it', () => {
  const level = (file: string) => {
    const folder = file.split('/').slice(1, -1)[0];
    return folder === undefined ? REFERENCE_DIRECTORIES.length : REFERENCE_DIRECTORIES.indexOf(folder);
  };
  const rules = files.filter((file) => moduleOf(file) === 'references');
  expect(rules.filter((file) => level(file) < 0)).toEqual([]);
  const upward = rules.flatMap((file) =>
    importsOf(file)
      .filter(({ target }) => moduleOf(target) === 'references' && level(target) > level(file))
      .map(({ target }) => `${file} imports ${target}`),
  );
  expect(upward).toEqual([]);
});

test('props are parsed once: nothing renders them again with a reporter that reports nothing', () => {
  const muted = files
    .filter((file) => /^(mixins|network|patterns|platform|pod)\//.test(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(/[(,] ?\(\) => (\{\}|undefined)[,)]/g)].map(([text]) => `${file}: ${text}`),
    );
  expect(muted).toEqual([]);
});

test('hand-written files stay small', () => {
  const long = handWritten
    .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > MAXIMUM_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines`);
  expect(long).toEqual([]);
});

/**
 * The terminal that findings are printed on, the check that changes the surroundings to see that nothing follows, and the rules
 * of time zones, which come with Node.js.
 */
const MAY_LOOK_OUTSIDE = [
  'app/environment.ts',
  'code-cache/code-cache.ts',
  'testing/checks/deterministic.ts',
  'validation/cel/values/zone-offset.ts',
];

test('output does not depend on clock, randomness, locale or environment', () => {
  const forbidden =
    /\b(Date\.now|new Date\(\)|Math\.random|localeCompare|toLocale\w+|Intl\.|process\.env|randomUUID)\b/;
  const offenders = handWritten
    .filter((file) => moduleOf(file) !== 'cli' && !MAY_LOOK_OUTSIDE.includes(file))
    .flatMap((file) =>
      textOf(file)
        .split('\n')
        .map((line, index) => ({ line, place: `${file}:${index + 1}` }))
        .filter(({ line }) => forbidden.test(line) && !/^\s*(\*|\/\/)/.test(line))
        .map(({ line, place }) => `${place}: ${line.trim()}`),
    );
  expect(offenders).toEqual([]);
});
