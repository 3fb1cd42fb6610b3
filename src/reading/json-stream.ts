/**
 * Reads a text that begins with `{` as one JSON object, or as several written one after the other, which kubectl takes too.
 *
 * @returns undefined when it is not JSON; it may still be YAML in flow style.
 */
export function splitJsonStream(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  let start = 0;
  try {
    while (text.slice(start).trim() !== '') {
      const end = endOfObject(text, start);
      values.push(JSON.parse(text.slice(start, end)));
      start = end;
    }
    return values;
  } catch {
    return undefined;
  }
}

/** The YAML reader, which is asked next, says where a deeper text goes wrong. */
const MAXIMUM_DEPTH = 200;

function endOfObject(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
    } else if (character === '{' || character === '[') {
      depth++;
      if (depth > MAXIMUM_DEPTH) {
        throw new RangeError('nested too deeply');
      }
    } else if ((character === '}' || character === ']') && --depth === 0) {
      return at + 1;
    }
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') {
      at++;
    } else if (text[at] === '"') {
      return at;
    }
  }
  return text.length;
}
