import type { ErrorCode } from 'yaml';

/** Why a text is not YAML, in words for someone who did not know that rule. */
export interface SyntaxProblem {
  readonly message: string;
  readonly hint: string;
  /** Offset in the document text. */
  readonly offset: number;
}

/** What the parser reported. */
export interface ParserError {
  readonly code: ErrorCode | 'TOO_DEEP' | 'ALIASES';
  readonly message: string;
  readonly offset: number;
}

/**
 * Explains the first error of the parser. Typical slips of the keyboard (a tab, a full-width colon, a quote or bracket that
 * is never closed) are looked for in the text itself, since parsers report them far from where they are.
 */
export function explainSyntax(text: string, error: ParserError): SyntaxProblem {
  return (
    template(text, error) ?? tab(text, error) ?? fullWidth(text, error) ?? unclosed(text, error) ?? plainly(text, error)
  );
}

function template(text: string, error: ParserError): SyntaxProblem | undefined {
  const start = text.lastIndexOf('\n', Math.max(0, error.offset - 1)) + 1;
  const line = text.slice(start, endOfLine(text, error.offset));
  const at = line.indexOf('{{');
  return at < 0
    ? undefined
    : {
        message: 'this is a template, not a manifest',
        hint: 'render it first (helm template …), or quote the text if {{ }} is meant literally',
        offset: start + at,
      };
}

function tab(text: string, error: ParserError): SyntaxProblem | undefined {
  const match = /^[ ]*(?:- +)*\t/m.exec(text.slice(0, endOfLine(text, error.offset)));
  if (match === null || error.code === 'ALIASES') {
    return undefined;
  }
  return {
    message: 'a tab is used for indentation',
    hint: 'YAML is indented with spaces only; replace the tab by two spaces',
    offset: match.index + match[0].length - 1,
  };
}

const FULL_WIDTH = new Map([
  ['：', ':'],
  ['，', ','],
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['－', '-'],
  ['\u3000', ' '],
]);

function fullWidth(text: string, error: ParserError): SyntaxProblem | undefined {
  const start = text.lastIndexOf('\n', text.lastIndexOf('\n', error.offset - 1) - 1) + 1;
  const end = endOfLine(text, error.offset);
  for (let at = start; at < end; at++) {
    const ascii = FULL_WIDTH.get(text[at]);
    if (ascii !== undefined) {
      return {
        message: `the full-width character ${JSON.stringify(text[at])} stands where YAML wants ${JSON.stringify(ascii)}`,
        hint: `type ${JSON.stringify(ascii)} with the keyboard set to half-width (ASCII) input`,
        offset: at,
      };
    }
  }
  return undefined;
}

function unclosed(text: string, error: ParserError): SyntaxProblem | undefined {
  if (/Missing closing .*quote/.test(error.message)) {
    const quote = error.message.includes('"') ? '"' : "'";
    const offset = openingQuote(text, quote);
    return {
      message: `a ${quote === '"' ? 'double' : 'single'} quote is opened and never closed`,
      hint: `add ${quote} at the end of the text that starts here`,
      offset,
    };
  }
  const bracket = /must be sufficiently indented and end with a ([\]}])/.exec(error.message);
  if (bracket !== null) {
    const open = bracket[1] === ']' ? '[' : '{';
    return {
      message: `a ${open} is opened and not closed`,
      hint: `add ${bracket[1]} at the end of the list or map that starts here`,
      offset: openBracket(text, error.offset, open),
    };
  }
  return undefined;
}

/** The quote that opens the text which runs to the end: the last one after `:`, `-`, `[`, `{` or `,`. */
function openingQuote(text: string, quote: string): number {
  const opening = new RegExp(`(?:^|[:\\-\\[{,]\\s+|[\\[{,])${quote}`, 'gm');
  let offset = 0;
  for (const match of text.matchAll(opening)) {
    offset = match.index + match[0].length - 1;
    const rest = text.slice(offset + 1);
    const close = quote === '"' ? rest.replaceAll(/\\./g, '__').indexOf('"') : rest.replaceAll("''", '__').indexOf("'");
    if (close < 0) {
      return offset;
    }
  }
  return offset;
}

function openBracket(text: string, before: number, open: string): number {
  const at = text.lastIndexOf(open, Math.max(0, before - 1));
  return at < 0 ? before : at;
}

const PLAIN: Partial<Record<ParserError['code'], readonly [message: string, hint: string]>> = {
  ALIASES: [
    'the document repeats itself too often through aliases (*name)',
    'kubectl refuses documents with excessive aliasing; write the values out',
  ],
  BAD_ALIAS: [
    'an alias (*name) is used before any anchor (&name) of that name',
    'define the anchor first, or quote the text',
  ],
  BAD_DQ_ESCAPE: [
    'an escape in double quotes is not one that YAML knows',
    "use single quotes, or double the backslash ('\\\\')",
  ],
  BAD_INDENT: [
    'the indentation does not fit the lines above',
    'line up keys of one map, and items of one list, in the same column',
  ],
  BAD_SCALAR_START: ['a plain text may not begin with this character', 'put the text in quotes'],
  BLOCK_AS_IMPLICIT_KEY: [
    'the indentation does not fit the lines above',
    'the fields of a list item stand under its first field: "- name: a" on one line, then "  image: b" two columns in from the dash',
  ],
  BLOCK_IN_FLOW: [
    'an indented block stands inside [ ] or { }',
    'close the bracket first; a text that begins with { or [ needs quotes; a Helm template ({{ … }}) must be rendered first',
  ],
  DUPLICATE_KEY: ['a key is written twice in one map', 'keep one of the two'],
  IMPOSSIBLE: ['the text is not YAML', 'look for a missing quote or bracket just above'],
  MISSING_CHAR: [
    'a character is missing: YAML wants a colon, comma, quote or bracket here',
    'a key ends with a colon and a space ("key: value")',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'a key runs over several lines',
    'a colon is missing after the key, or the line after it is not indented enough',
  ],
  TAB_AS_INDENT: ['a tab is used for indentation', 'YAML is indented with spaces only; replace the tab by two spaces'],
  TOO_DEEP: ['the document is nested too deeply', 'no Kubernetes object is nested more than some dozen levels'],
  UNEXPECTED_TOKEN: [
    'text stands where YAML does not allow it',
    'quote values that hold ": ", "#", brackets or braces',
  ],
};

function plainly(text: string, error: ParserError): SyntaxProblem {
  const [message, hint] = PLAIN[error.code] ?? [
    lowerFirst(error.message),
    'look for a missing quote, colon or bracket',
  ];
  return { message, hint, offset: Math.min(error.offset, text.length) };
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}

function endOfLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}
