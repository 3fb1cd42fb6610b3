import ts from 'typescript';

/** A piece of prose and the line that it starts at. */
export interface Passage {
  readonly line: number;
  readonly text: string;
}

/** Comments and string literals with a space: what a user or a contributor reads. */
export function proseOfTypeScript(file: string, source: string): Passage[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const passages: Passage[] = [];
  const seen = new Set<number>();
  const add = (from: number, text: string) => {
    passages.push({ line: tree.getLineAndCharacterOfPosition(from).line + 1, text });
  };
  const addComments = (position: number) => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(source, position) ?? []),
      ...(ts.getTrailingCommentRanges(source, position) ?? []),
    ];
    for (const { pos, end } of ranges) {
      if (seen.has(pos)) continue;
      seen.add(pos);
      add(pos, source.slice(pos, end));
    }
  };
  const visit = (node: ts.Node): void => {
    addComments(node.pos);
    addComments(node.end);
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (/\s/.test(node.text)) add(node.getStart(tree), node.text);
      return;
    }
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
      if (parts.some(({ text }) => /\s/.test(text))) add(node.getStart(tree), parts.map(({ text }) => text).join('…'));
      for (const { expression } of node.templateSpans) visit(expression);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return passages;
}

/** Titles of tests, which CI prints. */
export function testTitles(file: string, source: string): Passage[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const passages: Passage[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(test|it|describe)\b/.test(node.expression.getText(tree))) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) {
        passages.push({ line: tree.getLineAndCharacterOfPosition(title.getStart(tree)).line + 1, text: title.text });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return passages;
}

/** Paragraphs of a Markdown file without fenced and inline code. */
export function proseOfMarkdown(source: string): Passage[] {
  const blank = (code: string) => code.replace(/[^\n]/g, ' ');
  return source
    .replace(/^```[\s\S]*?^```/gm, blank)
    .replace(/`[^`\n]*`/g, blank)
    .split('\n')
    .map((text, index) => ({ line: index + 1, text }));
}
