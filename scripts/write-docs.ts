import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatRulePage, rulePages } from '../src/rule-pages';
import { pageWithEdges } from './edge-table';
import { exampleIndex, examplePages, readmeWithYaml } from './example-pages';
import { guidePages, PROGRAMS, pageWithOutputs, programFiles, programPages } from './guides';
import { pageWithImages } from './image-table';
import { formatRuleIndex, GENERATED } from './rule-index';

/**
 * Writes docs/rules, docs/examples, the table of docs/image-facts.md, the outputs in the other pages of docs/ and the YAML of both
 * READMEs: `npm run docs`, after `npm run synth`.
 */
const root = join(__dirname, '..');

/** Replaces a directory of docs/ by these files. */
function writeDirectory(directory: string, files: ReadonlyMap<string, string>): void {
  const path = join(root, 'docs', directory);
  rmSync(path, { recursive: true, force: true });
  for (const [file, text] of files) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
}

const rules = rulePages();
writeDirectory(
  'rules',
  new Map([
    ['README.md', formatRuleIndex(rules)],
    ...rules.map((page) => [`${page.id}.md`, `${GENERATED}\n${formatRulePage(page)}`] as const),
  ]),
);
const examples = examplePages();
writeDirectory(
  'examples',
  new Map([['README.md', exampleIndex(examples)], ...examples.map(({ path, text }) => [`${path}.md`, text] as const)]),
);
for (const file of ['README.md', 'docs/README.zh.md']) {
  const readme = join(root, file);
  writeFileSync(readme, readmeWithYaml(readFileSync(readme, 'utf8')));
}
const references = join(root, 'docs', 'references.md');
writeFileSync(references, pageWithEdges(readFileSync(references, 'utf8')));
const images = join(root, 'docs', 'image-facts.md');
writeFileSync(images, pageWithImages(readFileSync(images, 'utf8')));
rmSync(join(root, PROGRAMS), { recursive: true, force: true });
mkdirSync(join(root, PROGRAMS), { recursive: true });
for (const page of guidePages()) {
  writeFileSync(join(root, page.path), pageWithOutputs(page.text) + page.rest);
}
for (const page of programPages()) {
  for (const [file, text] of programFiles(page)) writeFileSync(join(root, PROGRAMS, file), text);
}
