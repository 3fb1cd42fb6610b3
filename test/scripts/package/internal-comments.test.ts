import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { withoutInternalComments } from '../../../scripts/package/internal-comments';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'internal-comments-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const FILES = {
  'index.d.ts': `export { shown } from './own';\nexport type { Props } from './own';\nexport * as all from './all';\n`,
  'own.d.ts': `import type { Named } from './named';
/** Shown. */
export declare function shown(props: Props): void;
/** Of props. */
export interface Props {
    /** The name. */
    readonly named: Named;
    readonly later: import('./later').Later;
}
/** Internal. */
export interface Internal {
    /** Inside. */
    readonly inside: string;
}
`,
  'named.d.ts':
    '/** Named. */\nexport type Named = Base & { readonly own: string };\n/** Base. */\ninterface Base {\n}\n/** Other. */\ninterface Other {\n}\nexport {};\n',
  'later.d.ts': '/** Later. */\nexport interface Later {\n}\n/** Never. */\nexport declare const never = 1;\n',
  'all.d.ts': '/** Of all. */\nexport declare class OfAll {\n    /** Method. */\n    method(): void;\n}\n',
};

test('comments stay where an export leads, and only there', () => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const entry = join(folder, 'index.d.ts');
  const program = ts.createProgram([entry], { noLib: true, types: [] });
  const texts = withoutInternalComments(program, [entry]);
  const all = [...texts.values()].join('');
  expect([...all.matchAll(/\/\*\* (.*?)\. \*\//g)].map(([, words]) => words).sort()).toEqual(
    ['Base', 'Later', 'Method', 'Named', 'Of all', 'Of props', 'Shown', 'The name'].sort(),
  );
  // What is declared is the same.
  const own = texts.get(resolve(folder, 'own.d.ts'))!;
  expect(own).toContain('export interface Internal {\n    readonly inside: string;\n}\n');
  expect(own.replace(/ *\/\*\*.*?\*\/\n/g, '')).toBe(FILES['own.d.ts'].replace(/ *\/\*\*.*?\*\/\n/g, ''));
});
