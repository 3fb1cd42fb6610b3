import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Passage, proseOfMarkdown, proseOfTypeScript, testTitles } from './extract';
import { AVOIDED_WORDS } from './words';

const ROOT = join(__dirname, '..', '..');
const FILES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');

/** Written by somebody else: API documents and bundles; generated from sources that are checked: pages; and this list itself. */
const FOREIGN = [/^imports\//, /^vendor\//, /\/generated\//, /^test\/prose\//, /^dist\//, /^docs\/(rules|examples)\//];

/** Sentences of kube-apiserver that contain an avoided word. They are quoted to the letter. */
const SERVER_MESSAGES: readonly string[] = [
  'can not be empty',
  'field can not be less than status.capacity',
  'field can not be less than previous value',
  'existing toleration can not be modified except its tolerationSeconds',
  'fieldRef and resourceFieldRef can not be specified simultaneously',
  'datasetName and datasetUUID can not be specified simultaneously',
  'targetWWNs and wwids can not be specified simultaneously',
  'operation cancelled: actual cost limit exceeded',
  "can not contain backsteps ('..')",
];

/** Avoided words in a passage, as `word: use …`. */
function findings({ text }: Passage): string[] {
  const own = SERVER_MESSAGES.reduce(
    (rest, message) => rest.replaceAll(message, ' '),
    text.replace(/\s*\n\s*\*?\s*/g, ' '),
  );
  return AVOIDED_WORDS.flatMap(({ pattern, use }) =>
    [...own.matchAll(pattern)].map(([word]) => `"${word}": use "${use}"`),
  );
}

function check(suffix: RegExp, extract: (file: string, source: string) => Passage[]): string[] {
  return FILES.filter((file) => suffix.test(file) && !FOREIGN.some((foreign) => foreign.test(file))).flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return extract(file, source).flatMap((passage) =>
      findings(passage).map((finding) => `${file}:${passage.line} ${finding}`),
    );
  });
}

test('comments and strings of the sources use the words of the glossary', () => {
  expect(check(/^(src|examples|scripts|projenrc|bench)\/.*\.ts$|^\.projenrc\.ts$/, proseOfTypeScript)).toEqual([]);
});

test('titles of tests use the words of the glossary', () => {
  expect(check(/^test\/.*\.test\.ts$/, testTitles)).toEqual([]);
});

test('documentation uses the words of the glossary', () => {
  expect(check(/\.md$/, (_, source) => proseOfMarkdown(source))).toEqual([]);
});

test.each([
  ['the object can not be read', '"can not": use "cannot"'],
  ['every finding is told once', '"is told": use "reported"'],
  ['the default behaviour', '"behaviour": use "behavior"'],
  ['an app that is synthesised', '"synthesised": use "-ize, -ization"'],
  ['references that lead nowhere', '"lead nowhere": use "dangling reference"'],
  ['that is no name', '"is no name": use "is not a …"'],
  ['a line\n * break can\n * not hide it', '"can not": use "cannot"'],
])('%p is reported', (text, finding) => {
  expect(findings({ line: 1, text })).toEqual([finding]);
});

test.each(['there is no name', 'it is no longer served', 'cannot', 'use Qos.bestEffort()', 'a directory', 'canonical'])(
  '%p is not reported',
  (text) => {
    expect(findings({ line: 1, text })).toEqual([]);
  },
);

test('a passage of TypeScript is a comment or a string, not an identifier', () => {
  const source = "// can not\nconst folder = { told: 'a folder of files' };\nconst path = `in $" + '{count} told`;\n';
  expect(proseOfTypeScript('a.ts', source)).toEqual([
    { line: 1, text: '// can not' },
    { line: 2, text: 'a folder of files' },
    { line: 3, text: 'in … told' },
  ]);
});

test('code in Markdown is not prose', () => {
  expect(proseOfMarkdown('a `folder`\n```\nfolder\n```\nb').map(({ text }) => text.trim())).toEqual([
    'a',
    '',
    '',
    '',
    'b',
  ]);
});
