import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..');
/** What is published besides the documents about it. */
export const LIB = join(ROOT, 'lib');
export const TYPES = join(LIB, 'types');

interface Entry {
  readonly name: string;
  readonly source: string;
  readonly types?: string;
  /** Whether its compiled code is kept between programs. What test runners load is compiled by them. */
  readonly isKept?: boolean;
}

/** What the package consists of for users: `exports` of package.json (.projenrc.ts) names the same files. */
export const ENTRIES: readonly Entry[] = [
  { name: 'index', source: 'src/index.ts', types: 'types/index.d.ts', isKept: true },
  { name: 'testing', source: 'src/testing/index.ts', types: 'types/testing/index.d.ts', isKept: true },
  { name: 'testing-jest', source: 'src/testing/jest.ts', types: 'types/testing/jest.d.ts' },
  { name: 'validation', source: 'src/entry-validation.ts', types: 'types/entry-validation.d.ts', isKept: true },
  { name: 'cli', source: 'src/cli/main.ts' },
];

/** What entries load before their code, so that it is kept; the command does as well. */
export const CODE_CACHE = join(ROOT, 'src', 'code-cache', 'index.ts');
