import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
/** What is published besides the documents about it. */
export const LIB = join(ROOT, 'lib');
export const TYPES = join(LIB, 'types');

/** What the package consists of for users: `exports` of package.json (.projenrc.ts) names the same files. */
export const ENTRIES: readonly { readonly name: string; readonly source: string; readonly types?: string }[] = [
  { name: 'index', source: 'src/index.ts', types: 'types/index.d.ts' },
  { name: 'testing', source: 'src/testing/index.ts', types: 'types/testing/index.d.ts' },
  { name: 'testing-jest', source: 'src/testing/jest.ts', types: 'types/testing/jest.d.ts' },
  { name: 'validation', source: 'src/entry-validation.ts', types: 'types/entry-validation.d.ts' },
  { name: 'cli', source: 'src/cli/main.ts' },
];
