import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { withoutInternalComments } from './internal-comments';
import { ENTRIES, LIB, ROOT, TYPES } from './layout';

/** Writes the declarations of what the entries export, and of nothing else. `npm run typecheck` is what checks types. */
export function writeDeclarations(): void {
  const configuration = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'tsconfig.json'), overrides, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
    },
  })!;
  const program = ts.createProgram(
    ENTRIES.filter(({ types }) => types).map(({ source }) => join(ROOT, source)),
    configuration.options,
  );
  program.emit();
  const entries = ENTRIES.flatMap(({ types }) => types ?? []).map((file) => join(LIB, file));
  // Compilers load the declarations that are imported, and no others.
  const loaded = ts.createProgram(entries, {
    module: ts.ModuleKind.Node16,
    skipLibCheck: true,
    noLib: true,
    types: [],
  });
  const texts = withoutInternalComments(loaded, entries);
  for (const file of readdirSync(TYPES, { recursive: true, encoding: 'utf8' })) {
    const path = resolve(TYPES, file);
    const text = texts.get(path);
    if (text !== undefined) writeFileSync(path, text);
    else if (file.endsWith('.d.ts')) rmSync(path);
  }
  for (const file of INTERNAL_TABLES) {
    const path = join(TYPES, file);
    const text = readFileSync(path, 'utf8').replace(
      /^(declare const \w+): \{\n[\s\S]*?^\};/m,
      '$1: Record<string, unknown>;',
    );
    writeFileSync(path, text);
  }
}

/** Declarations with a table whose keys only types within the package name: a hundredth of the tarball. */
const INTERNAL_TABLES = ['facts/feature-gates.d.ts', 'facts/server-changes.d.ts'];

const overrides: ts.CompilerOptions = {
  outDir: TYPES,
  emitDeclarationOnly: true,
  declarationMap: false,
  sourceMap: false,
  inlineSources: false,
  noCheck: true,
};
