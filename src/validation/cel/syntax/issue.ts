/** A mistake in an expression. */
export interface Issue {
  /** Position in the text, in UTF-16 code units. */
  readonly offset: number;
  readonly message: string;
}

/** The text cannot be read as an expression. */
export class SyntaxIssue extends Error {
  public constructor(
    public readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/** The mistakes as cel-go prints them: each with its line, and a mark below the position. */
export function issuesText(expression: string, issues: readonly Issue[]): string {
  return issues
    .map(({ offset, message }) => ({ ...locationOf(expression, offset), message }))
    .sort((left, right) => left.line - right.line || left.column - right.column)
    .map(({ line, column, text, message }) => {
      return `ERROR: <input>:${line}:${column + 1}: ${message}\n | ${text.replaceAll('\t', ' ')}\n | ${'.'.repeat(column)}^`;
    })
    .join('\n');
}

function locationOf(expression: string, offset: number): { line: number; column: number; text: string } {
  const before = expression.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  const end = expression.indexOf('\n', offset);
  return {
    line: before.split('\n').length,
    column: Array.from(before.slice(start)).length,
    text: expression.slice(start, end < 0 ? undefined : end),
  };
}
