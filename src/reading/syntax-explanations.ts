import { NUMBER_TOO_LARGE } from './reader-error';

/** What stands behind an error of the reader. */
export interface Explanation {
  /** The rule that is broken, when the words of the reader do not say it. */
  readonly cause?: string;
  readonly hint: string;
  /** Offset of the mistake, when it is not where the reader noticed it. */
  readonly offset?: number;
}

const INDENTATION: Explanation = {
  cause: 'the indentation does not fit the lines above',
  hint: 'line up keys of one map, and items of one list, in the same column',
};
const TAG: Explanation = {
  cause: 'a value that begins with ! is a tag',
  hint: 'put the value in quotes',
};
const DIRECTIVE: Explanation = {
  cause: 'a line that begins with % is a directive',
  hint: 'remove the line; a value that begins with % needs quotes',
};
const ESCAPE: Explanation = {
  cause: 'an escape in double quotes is not one that YAML 1.1 knows',
  hint: "use single quotes, or double the backslash ('\\\\')",
};
const BLOCK_HEADER: Explanation = {
  cause: 'the text of a | or > block begins on the next line',
  hint: 'leave nothing but a comment behind | or >, or quote a value that begins with it',
};

/** Explanations by the words of the reader, for errors that need no look at the text. */
export const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  'did not find expected key': INDENTATION,
  "did not find expected '-' indicator": {
    ...INDENTATION,
    hint: 'the fields of a list item stand under its first field: "- name: a" on one line, then "  image: b" two columns in from the dash',
  },
  'did not find expected node content': {
    cause: 'a value is missing',
    hint: 'quote text that holds ? , [ ] { } or begins with one of - ? : ,',
  },
  "could not find expected ':'": {
    cause: 'this is not a key: a colon and a space are missing after it',
    hint: 'a key ends with a colon and a space ("key: value"); lines of a longer text are indented more than its key',
  },
  'block sequence entries are not allowed in this context': {
    hint: 'begin the list on a line of its own, or quote a value that begins with "- "',
  },
  'mapping keys are not allowed in this context': { hint: 'quote a value that begins with "? "' },
  'did not find expected alphabetic or numeric character': {
    cause: 'a value that begins with * is an alias, and one that begins with & an anchor',
    hint: 'put the value in quotes',
  },
  'did not find expected whitespace or line break': TAG,
  'found undefined tag handle': TAG,
  'did not find expected tag URI': TAG,
  "did not find the expected '>'": TAG,
  'found unknown escape character': ESCAPE,
  'did not find expected hexdecimal number': ESCAPE,
  'found invalid Unicode character escape code': {
    cause: 'a lone surrogate is not a character',
    hint: 'write the character itself, or \\U and eight hexadecimal digits',
  },
  'did not find expected comment or line break': BLOCK_HEADER,
  'found an indentation indicator equal to 0': BLOCK_HEADER,
  'found unknown directive name': DIRECTIVE,
  'could not find expected directive name': DIRECTIVE,
  'did not find expected <document start>': DIRECTIVE,
  'found incompatible YAML document': { cause: 'kubectl reads YAML 1.1', hint: 'remove the %YAML line' },
  'document contains excessive aliasing': {
    cause: 'the document repeats itself too often through aliases (*name)',
    hint: 'write the values out',
  },
  'exceeded max depth': {
    cause: 'the document is not checked, because it is nested more than 1,000 levels (kubectl reads 10,000)',
    hint: 'no Kubernetes object is nested more than some dozen levels',
  },
  [NUMBER_TOO_LARGE]: { cause: 'the number is too large', hint: 'put the value in quotes, or use a smaller number' },
  'invalid map key': { cause: 'a list or a map is used as a key', hint: 'quote a key that begins with [ or {' },
  'unsupported map key': { cause: 'a key must be a string', hint: 'put the key in quotes' },
  'map merge requires map or sequence of maps as the value': {
    hint: 'write <<: *name, where &name stands at a map',
  },
  'unsupported value': { cause: 'JSON has no infinity and no NaN', hint: 'put the value in quotes' },
  '!!binary value contains invalid base64 data': { hint: 'encode the value with base64, or remove !!binary' },
  'invalid UTF-8': { hint: 'save the file as UTF-8' },
  'found a byte order mark inside the text': {
    cause: 'kubectl drops characters of the lines behind it',
    hint: 'remove the character U+FEFF',
  },
  'unexpected EOF': { cause: 'a JSON object is not closed', hint: 'add the missing brace, bracket or quote' },
};
