import type { ReaderError } from './reader-error';
import type { Explanation } from './syntax-explanations';

/** Finds the slip of the keyboard behind an error, where there is one that people make often. */
export function typicalSlip(text: string, error: ReaderError): Explanation | undefined {
  return (
    controlCharacter(text, error) ??
    template(text, error) ??
    tab(text, error) ??
    fullWidth(text, error) ??
    openQuote(text, error) ??
    openBracket(text, error) ??
    keyInValue(text, error) ??
    indicator(text, error)
  );
}

function controlCharacter(text: string, error: ReaderError): Explanation | undefined {
  if (error.message !== 'control characters are not allowed') {
    return undefined;
  }
  const code = text.charCodeAt(error.offset).toString(16).toUpperCase().padStart(4, '0');
  return { cause: `U+${code}`, hint: `remove it; in double quotes it can be written as \\u${code.toLowerCase()}` };
}

function template(text: string, error: ReaderError): Explanation | undefined {
  const offsets = [error.offset, error.start];
  for (const offset of offsets) {
    const start = lineStart(text, offset);
    const at = text.slice(start, lineEnd(text, offset)).indexOf('{{');
    if (at >= 0) {
      return {
        cause: 'this is a template, not a manifest',
        hint: 'render it first (helm template …), or quote the text if {{ }} is meant literally',
        offset: start + at,
      };
    }
  }
  return undefined;
}

function tab(text: string, error: ReaderError): Explanation | undefined {
  if (text[error.offset] !== '\t') {
    return undefined;
  }
  return {
    cause: 'a tab is used for indentation',
    hint: 'YAML is indented with spaces only; replace the tab by two spaces',
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

function fullWidth(text: string, error: ReaderError): Explanation | undefined {
  const start = lineStart(text, lineStart(text, Math.min(error.start, error.offset)) - 1);
  const end = lineEnd(text, error.offset);
  for (let at = start; at < end; at++) {
    const ascii = FULL_WIDTH.get(text[at]);
    if (ascii !== undefined) {
      return {
        cause: `the full-width character ${JSON.stringify(text[at])} stands where YAML needs ${JSON.stringify(ascii)}`,
        hint: `type ${JSON.stringify(ascii)} with the keyboard set to half-width (ASCII) input`,
        offset: at,
      };
    }
  }
  return undefined;
}

/** A quote that is closed by the next quote of another value, or never. */
function openQuote(text: string, error: ReaderError): Explanation | undefined {
  const unclosed = /unexpected (end of stream|document indicator)/.test(error.message);
  const offset = unclosed ? error.start : error.openQuote;
  const quote = offset === undefined ? undefined : text[offset];
  if (quote !== '"' && quote !== "'") {
    return undefined;
  }
  return {
    cause: `a ${quote === '"' ? 'double' : 'single'} quote is opened and never closed`,
    hint: `add ${quote} at the end of the text that starts here`,
    offset,
  };
}

function openBracket(text: string, error: ReaderError): Explanation | undefined {
  const open = text[error.start];
  const close = open === '[' ? ']' : open === '{' ? '}' : undefined;
  if (close === undefined || !error.message.startsWith("did not find expected ','")) {
    return undefined;
  }
  if (!closes(text, error.start, open, close)) {
    return {
      cause: `a ${open} is opened and not closed`,
      hint: `add ${close} at the end of the ${open === '[' ? 'list' : 'map'} that starts here`,
      offset: error.start,
    };
  }
  return { hint: `separate items with a comma; quote text that holds ? , [ ] { or }` };
}

function closes(text: string, start: number, open: string, close: string): boolean {
  let depth = 0;
  for (const [quotedOrBracket] of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/gs)) {
    depth += quotedOrBracket === open ? 1 : quotedOrBracket === close ? -1 : 0;
    if (depth === 0) {
      return true;
    }
  }
  return false;
}

function keyInValue(text: string, error: ReaderError): Explanation | undefined {
  if (error.message !== 'mapping values are not allowed in this context') {
    return undefined;
  }
  const line = text.slice(lineStart(text, error.offset), error.offset);
  if (/:\s/.test(line)) {
    return {
      cause: 'the value holds ": " and is not quoted',
      hint: 'quote the value, or begin the map on a line of its own',
    };
  }
  return {
    cause: 'the line continues the value above it, so it cannot begin with a key',
    hint: 'line up keys of one map, and items of one list, in the same column',
  };
}

function indicator(text: string, error: ReaderError): Explanation | undefined {
  const character = text[error.offset];
  if (error.message === 'found character that cannot start any token') {
    return {
      cause: `an unquoted value cannot begin with ${JSON.stringify(character)} here`,
      hint: 'put the value in quotes',
    };
  }
  return undefined;
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}
