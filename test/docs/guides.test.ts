import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guidePages, PROGRAMS, pageWithOutputs, programFiles, programPages } from '../../scripts/guides';
import { blocksOf, stepsOf } from '../../scripts/guides/blocks';

jest.setTimeout(300_000);

const ROOT = join(__dirname, '..', '..');
const pages = guidePages();

test.each(pages)('programs and commands of $path run, and print and write what it shows', ({ text }) => {
  expect(pageWithOutputs(text)).toBe(text);
});

test('npm run typecheck compiles the programs of all pages (npm run docs writes them)', () => {
  const programs = new Map(programPages().flatMap((page) => [...programFiles(page)]));
  expect(readdirSync(join(ROOT, PROGRAMS)).sort()).toEqual([...programs.keys()].sort());
  for (const [file, text] of programs) expect(readFileSync(join(ROOT, PROGRAMS, file), 'utf8')).toBe(text);
});

test('a block with imports begins a program, the next ones continue it', () => {
  const fence = (language: string, text: string, marker = '') => `${marker}\`\`\`${language}\n${text}\n\`\`\`\n\n`;
  const page = [
    fence('ts', "import { a } from 'a';"),
    fence('sh', 'not run'),
    fence('yaml', 'a: 1', '<!-- file values.yaml -->\n'),
    fence('ts', 'a();'),
    fence('yaml', 'stale', '<!-- output Service/a -->\n'),
    fence('sh', 'npx cdk8s-patterns validate dist # checks\nkubectl apply', '<!-- run -->\n'),
    fence('', 'stale', '<!-- stdout -->\n'),
    fence('ts', "import { b } from 'b';"),
  ].join('');
  expect(stepsOf(page)).toEqual([
    { type: 'file', path: 'values.yaml', text: 'a: 1\n' },
    { type: 'program', text: "import { a } from 'a';\n\na();\n", mayFail: false },
    { type: 'show', what: 'output Service/a', index: 4 },
    { type: 'command', args: ['validate', 'dist'], mayFail: true },
    { type: 'show', what: 'stdout', index: 6 },
    { type: 'program', text: "import { b } from 'b';\n", mayFail: false },
  ]);
  expect(blocksOf(page)).toHaveLength(8);
});

test('what is shown between the blocks of a program is shown when it has ended', () => {
  const page = "```ts\nimport { a } from 'a';\n```\n\n<!-- output Pod/a -->\n```yaml\n```\n\n```ts\na();\n```\n";
  expect(stepsOf(page).map(({ type }) => type)).toEqual(['program', 'show']);
});
