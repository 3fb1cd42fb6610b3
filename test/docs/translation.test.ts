import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Sections of README.md, and the same ones of its translation. A new section is added to both files and here. */
const SECTIONS: readonly (readonly [english: string, chinese: string])[] = [
  ['# cdk8s-patterns', '# cdk8s-patterns'],
  ['## Install', '## 安装'],
  ['## The first app', '## 第一个应用'],
  ['## What an error looks like', '## 错误是什么样子'],
  ['## What there is', '## 包含的内容'],
  ['## Commands', '## 命令'],
  ['## How well it agrees with the server', '## 与服务器的一致程度'],
  ['## More', '## 更多'],
];

const FENCE = /^```\w*\n[\s\S]*?^```$/gm;
const english = read('README.md');
const chinese = read('docs/README.zh.md');

/** A section: what must be the same in both languages. */
interface Section {
  readonly heading: string;
  readonly code: readonly string[];
  /** Code in the text, such as names of constructs, and addresses of links. */
  readonly words: readonly string[];
  readonly tableRows: number;
}

function sectionsOf(page: string): Section[] {
  const code: string[] = [];
  const withoutCode = page.replace(FENCE, (block) => `@${code.push(block) - 1}@`);
  return withoutCode.split(/^(?=#+ )/m).map((text) => ({
    heading: text.split('\n')[0]!,
    code: [...text.matchAll(/@(\d+)@/g)].map(([, index]) => code[Number(index)]!),
    words: [...text.matchAll(/`[^`]+`|\]\([^)]+\)/g)].map(([word]) => word).sort(),
    tableRows: text.split('\n').filter((line) => line.startsWith('|')).length,
  }));
}

test('both READMEs have the same sections in the same order', () => {
  expect(sectionsOf(english).map(({ heading }) => heading)).toEqual(SECTIONS.map(([heading]) => heading));
  expect(sectionsOf(chinese).map(({ heading }) => heading)).toEqual(SECTIONS.map(([, heading]) => heading));
});

test.each(SECTIONS)('%s and %s have the same code blocks and tables of the same length', (...headings) => {
  const [own, translated] = [sectionsOf(english), sectionsOf(chinese)].map(
    (sections, index) => sections.find(({ heading }) => heading === headings[index])!,
  );
  expect(translated!.code).toEqual(own!.code);
  expect(translated!.tableRows).toBe(own!.tableRows);
});

test.each(SECTIONS.slice(1))('%s and %s name the same constructs, commands and links', (...headings) => {
  const [own, translated] = [sectionsOf(english), sectionsOf(chinese)].map(
    (sections, index) => sections.find(({ heading }) => heading === headings[index])!,
  );
  expect([...new Set(translated!.words)]).toEqual(expect.arrayContaining([...new Set(own!.words)]));
});

test('each README links to the other', () => {
  expect(english).toContain('/README.zh.md)');
  expect(chinese).toContain('/README.md)');
});
