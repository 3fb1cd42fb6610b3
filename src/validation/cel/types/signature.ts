import type { Type } from './type';
import * as types from './type';

/** Parameters and result of a function. */
export interface Signature {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly result: Type;
  /** Names of its type parameters: single capital letters. */
  readonly variables: readonly string[];
}

const NAMED: Readonly<Record<string, Type>> = {
  any: types.ANY,
  bool: types.BOOL,
  bytes: types.BYTES,
  double: types.DOUBLE,
  duration: types.DURATION,
  dyn: types.DYN,
  int: types.INT,
  null: types.NULL,
  string: types.STRING,
  timestamp: types.TIMESTAMP,
  type: types.TYPE,
  uint: types.UINT,
};
const OPAQUE = new Set(['net.IP', 'net.CIDR']);

/** Reads a signature such as `find(string, string): string` or `sum(list<T>): T`. */
export function parseSignature(text: string): Signature {
  const [, name = '', parameters = '', result = ''] = /^([^(]*)\((.*)\): (.*)$/.exec(text) ?? [];
  const found = new Set(text.match(/\b[A-Z]\b/g) ?? []);
  return { name, parameters: split(parameters).map(parseType), result: parseType(result), variables: [...found] };
}

/** Reads a type such as `map<string, list<T>>`; unknown names are those of structs. */
export function parseType(text: string): Type {
  const generic = /^(list|map|optional|type)<(.*)>$/.exec(text);
  if (generic === null) {
    if (/^[A-Z]$/.test(text)) return types.parameterOf(text);
    return NAMED[text] ?? (OPAQUE.has(text) ? types.opaqueOf(text) : types.structOf(text));
  }
  const [first, second] = split(generic[2]!).map(parseType) as [Type, Type];
  switch (generic[1]) {
    case 'list':
      return types.listOf(first);
    case 'map':
      return types.mapOf(first, second);
    case 'optional':
      return types.optionalOf(first);
    default:
      return types.typeOf(first);
  }
}

function split(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const character = text[index];
    if (character === '<') depth++;
    if (character === '>') depth--;
    if (index === text.length || (character === ',' && depth === 0)) {
      const part = text.slice(start, index).trim();
      if (part !== '') parts.push(part);
      start = index + 1;
    }
  }
  return parts;
}
