/**
 * Writes a copy of the sources that has all mutants of StrykerJS in it, each behind a switch, for `breed.ts`:
 *
 *     npx tsx test/mutation/instrument.ts .stryker-tmp/mutants src/validation/groups
 *
 * `mutants.json` beside it has the file, line, text and replacement of each mutant.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Where a mutant is and what it changes. */
export interface MutantPlace {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly text: string;
  readonly replacement: string;
}

const PARTS = ['src', 'test', 'imports', 'package.json', 'tsconfig.json'];

async function main(): Promise<void> {
  const [target = '', ...folders] = process.argv.slice(2);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const part of PARTS) cpSync(part, join(target, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(target, 'node_modules'));

  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const silent = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {}, error() {} };
  const files = folders.flatMap(filesIn).map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const { files: changed, mutants } = await new Instrumenter(silent as any).instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  for (const { name, content } of changed) writeFileSync(join(target, relative('.', name)), content);
  const texts = new Map(files.map(({ name, content }) => [name, content.split('\n')]));
  const places = mutants.map(({ id, fileName, mutatorName, replacement, location: { start, end } }): MutantPlace => {
    const lines = texts.get(fileName)!.slice(start.line, end.line + 1);
    lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column);
    lines[0] = lines[0]!.slice(start.column);
    return { id, file: fileName, line: start.line + 1, mutator: mutatorName, text: lines.join('\n'), replacement };
  });
  writeFileSync(join(target, 'mutants.json'), JSON.stringify(places));
  process.stdout.write(`${places.length} mutants in ${files.length} files\n`);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
