import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatRulePage, rulePages } from '../src/catalogue';
import { formatRuleIndex, GENERATED } from './rule-index';

/** Writes docs/rules anew: `npm run docs`. */
const folder = join(__dirname, '..', 'docs', 'rules');
const pages = rulePages();
mkdirSync(folder, { recursive: true });
const wanted = new Set(['README.md', ...pages.map(({ id }) => `${id}.md`)]);
for (const stale of readdirSync(folder).filter((file) => !wanted.has(file))) {
  rmSync(join(folder, stale));
}
for (const page of pages) {
  writeFileSync(join(folder, `${page.id}.md`), `${GENERATED}\n${formatRulePage(page)}`);
}
writeFileSync(join(folder, 'README.md'), formatRuleIndex(pages));
