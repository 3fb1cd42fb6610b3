import { resolve } from 'node:path';
import ts from 'typescript';

/**
 * The texts of all declarations by file. Those that no export of the entries leads to have no comments: an editor never shows them, and
 * they are a hundredth of the tarball.
 */
export function withoutInternalComments(program: ts.Program, entries: readonly string[]): ReadonlyMap<string, string> {
  const shown = shownStatements(program, entries);
  const printer = ts.createPrinter({ removeComments: true });
  return new Map(
    program.getSourceFiles().map((file) => [
      resolve(file.fileName),
      file.statements
        .map((statement) =>
          shown.has(statement)
            ? file.text.slice(statement.getFullStart(), statement.end)
            : `\n${printer.printNode(ts.EmitHint.Unspecified, statement, file)}`,
        )
        .join('')
        .trimStart()
        .concat('\n'),
    ]),
  );
}

/** Declarations of what the entries export, and of all that these name. */
function shownStatements(program: ts.Program, entries: readonly string[]): ReadonlySet<ts.Node> {
  const checker = program.getTypeChecker();
  const shown = new Set<ts.Node>();
  const seen = new Set<ts.Symbol>();
  const left = entries.map((entry) => checker.getSymbolAtLocation(program.getSourceFile(entry)!));
  for (let symbol = left.pop(); left.length > 0 || symbol !== undefined; symbol = left.pop()) {
    if (symbol === undefined || seen.has(symbol)) continue;
    seen.add(symbol);
    if (symbol.flags & ts.SymbolFlags.Alias) left.push(checker.getAliasedSymbol(symbol));
    for (const declaration of symbol.declarations ?? []) {
      if (ts.isSourceFile(declaration)) left.push(...checker.getExportsOfModule(symbol));
      else show(declaration);
    }
  }
  return shown;

  function show(declaration: ts.Node): void {
    let statement = declaration;
    while (!ts.isSourceFile(statement.parent)) statement = statement.parent;
    // A list of imports or exports is not what it names.
    if (shown.has(statement) || ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) return;
    shown.add(statement);
    name(statement);
  }

  function name(node: ts.Node): void {
    if (ts.isIdentifier(node)) left.push(checker.getSymbolAtLocation(node));
    ts.forEachChild(node, name);
  }
}
