import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatRulePage, rulePages } from '../src/catalogue';
import { exampleIndex, examplePages, readmeWithYaml } from './example-pages';
import { formatRuleIndex, GENERATED } from './rule-index';

/** Writes docs/rules, docs/examples and the YAML of the README anew: `npm run docs`, after `npm run synth`. */
const root = join(__dirname, '..');

function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const path = join(root, 'docs', folder);
  mkdirSync(path, { recursive: true });
  for (const stale of readdirSync(path).filter((file) => !files.has(file))) {
    rmSync(join(path, stale));
  }
  for (const [file, text] of files) {
    writeFileSync(join(path, file), text);
  }
}

const rules = rulePages();
writeFolder(
  'rules',
  new Map([
    ['README.md', formatRuleIndex(rules)],
    ...rules.map((page) => [`${page.id}.md`, `${GENERATED}\n${formatRulePage(page)}`] as const),
  ]),
);
const examples = examplePages();
writeFolder(
  'examples',
  new Map([['README.md', exampleIndex(examples)], ...examples.map(({ name, text }) => [`${name}.md`, text] as const)]),
);
const readme = join(root, 'README.md');
writeFileSync(readme, readmeWithYaml(readFileSync(readme, 'utf8')));
