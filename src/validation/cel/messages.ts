/**
 * Objects that are written out, such as `JSONPatch{op: 'add'}`: the engine cannot read them, so that they are rewritten as calls
 * of functions with a map, whose types the engine can check.
 */

const JSON_PATCH_FIELDS = new Set(['op', 'from', 'path', 'value']);

/** Functions that stand for the types that a mutation can write out, with their signatures. */
export const CONSTRUCTORS = [
  'constructObject(map<string, dyn>): Object',
  'constructPart(map<string, dyn>): dyn',
  'constructJsonPatch(map<string, dyn>): JSONPatch',
] as const;

/** The expression with calls in the place of objects; the same text when it has none. */
export function rewriteMessages(expression: string): string {
  let rewritten = '';
  let at = 0;
  while (at < expression.length) {
    const rest = expression.slice(at);
    const name = /^[A-Za-z_][\w.]*(?=\s*\{)/.exec(rest)?.[0];
    if (name !== undefined) {
      const open = at + rest.indexOf('{');
      const close = matching(expression, open);
      if (close < 0) return expression;
      rewritten += call(name, expression.slice(open + 1, close));
      at = close + 1;
    } else {
      const token = /^(?:[A-Za-z_][\w.]*|[rRbB]*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|[\s\S])/.exec(rest)![0];
      rewritten += token;
      at += token.length;
    }
  }
  return rewritten;
}

function call(name: string, body: string): string {
  const entries = split(body).map((entry) => {
    const colon = entry.indexOf(':');
    const field = entry
      .slice(0, colon)
      .trim()
      .replace(/^\?\s*/, '');
    if (name === 'JSONPatch' && !JSON_PATCH_FIELDS.has(field)) return 'undefinedField';
    // Whatever is no field stays as it is, for the engine to refuse it.
    if (!/^(?:[A-Za-z_]\w*|`[^`]*`)$/.test(field)) return `${entry};`;
    return `'${field}': dyn(${rewriteMessages(entry.slice(colon + 1))})`;
  });
  return `${constructorOf(name)}({${entries.join(', ')}})`;
}

function constructorOf(name: string): string {
  if (name === 'Object') return 'constructObject';
  if (name === 'JSONPatch') return 'constructJsonPatch';
  return name.startsWith('Object.') ? 'constructPart' : name;
}

/** Position of the brace that closes the one at `open`; -1 when there is none. */
function matching(text: string, open: number): number {
  let depth = 0;
  for (const { character, index } of outsideStrings(text, open)) {
    if ('{[('.includes(character)) depth++;
    if ('}])'.includes(character) && --depth === 0) return index;
  }
  return -1;
}

/** The parts between the commas that are in no bracket. */
function split(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (const { character, index } of outsideStrings(text, 0)) {
    if ('{[('.includes(character)) depth++;
    if ('}])'.includes(character)) depth--;
    if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.filter((part) => part.trim() !== '');
}

function* outsideStrings(text: string, from: number) {
  let quote = '';
  for (let index = from; index < text.length; index++) {
    const character = text[index]!;
    if (quote !== '') {
      if (character === '\\') index++;
      else if (character === quote) quote = '';
    } else if (character === "'" || character === '"') quote = character;
    else yield { character, index };
  }
}
