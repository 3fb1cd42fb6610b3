import type { ApiDocument, ApiNode } from './api-document';
import type { Random } from './random';
import { FAMILIES, KEYS, NUMBERS, STRINGS } from './values';

/** Values seen in the corpus, by what they are and by the name of their field. */
export interface Donors {
  readonly bySort: ReadonlyMap<string, readonly any[]>;
  readonly byName: ReadonlyMap<string, readonly any[]>;
}

/** Makes a value for a schema: often a plausible one, sometimes one from the edges. */
export function generate(
  node: ApiNode,
  name: string,
  random: Random,
  document: ApiDocument,
  donors: Donors,
  depth = 0,
): any {
  const known = donors.byName.get(name);
  if (known && random.chance(0.45)) return structuredClone(random.pick(known));
  const same = node.$ref ? donors.bySort.get(document.sort(node)) : undefined;
  if (same && random.chance(0.4)) return structuredClone(random.pick(same));
  const resolved = document.resolve(node);
  if (resolved.enum && random.chance(0.8)) return random.pick(resolved.enum);
  switch (resolved.type) {
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
      return random.chance(0.6) ? random.pick([0, 1, 2, 5, 10, 60]) : random.pick(NUMBERS);
    case 'number':
      return random.pick(NUMBERS);
    case 'array': {
      const length = random.pick([0, 1, 1, 1, 2, 2]);
      return Array.from({ length }, () => generate(resolved.items ?? {}, name, random, document, donors, depth + 1));
    }
    case 'object':
      return generateObject(resolved, name, random, document, donors, depth);
    case 'string':
      return generateString(resolved.format, random);
    default:
      return random.pick([{}, 'a', 1, true, { a: 1 }]);
  }
}

function generateObject(
  node: ApiNode,
  name: string,
  random: Random,
  document: ApiDocument,
  donors: Donors,
  depth: number,
): any {
  const object: any = {};
  if (node.properties) {
    const names = Object.keys(node.properties);
    const share = depth > 3 ? 0.1 : Math.min(0.5, 2.5 / names.length);
    for (const key of names) {
      if (random.chance(share)) object[key] = generate(node.properties[key]!, key, random, document, donors, depth + 1);
    }
  } else if (typeof node.additionalProperties === 'object') {
    for (let count = random.pick([0, 1, 1, 2]); count > 0; count--) {
      set(object, random.pick(KEYS), generate(node.additionalProperties, name, random, document, donors, depth + 1));
    }
  }
  return object;
}

function generateString(format: string | undefined, random: Random): any {
  if (format === 'int-or-string' && random.chance(0.5)) return random.pick(NUMBERS);
  return random.chance(0.5) ? random.pick(random.pick(FAMILIES)) : random.pick(STRINGS);
}

/** Sets an own property even when its name is `__proto__`. */
export function set(object: any, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
}
