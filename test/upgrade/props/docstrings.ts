import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SOURCES = join(__dirname, '..', '..', '..', 'src');

/** Docstrings of the interfaces and classes of a module, and of their members: `Name` and `Name.member`. */
export function docstringsOf(module: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const folder = join(SOURCES, module);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    source.forEachChild((node) => {
      if (!ts.isInterfaceDeclaration(node) && !ts.isClassDeclaration(node)) return;
      const name = node.name?.text ?? '';
      found.set(name, docstringOf(node));
      for (const member of node.members) {
        if (member.name !== undefined) found.set(`${name}.${member.name.getText(source)}`, docstringOf(member));
      }
    });
  }
  return found;
}

function docstringOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((comment) => comment.getText())
    .join('\n');
}
