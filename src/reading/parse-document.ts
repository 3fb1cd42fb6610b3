import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type YAMLMap,
} from 'yaml';
import { resolvePlainScalar } from './plain-scalar';
import type { ParserError } from './syntax-problem';

/** A document as kubectl would send it, and where each part of it stands. */
export interface ParsedDocument {
  readonly value: unknown;
  /** Offset in the text of the value at that path of keys and indexes, or of its nearest parent that is written there. */
  offsetOf(path: readonly (string | number)[]): number;
  /** Offsets of keys that are written again later in the same map, with the key. */
  readonly duplicateKeys: readonly { readonly key: string; readonly offset: number }[];
}

/** kube-apiserver refuses requests over 3 MiB, so a larger document can not be applied whatever it says. */
export const MAXIMUM_DOCUMENT_BYTES = 3 * 1024 * 1024;
const MAXIMUM_DEPTH = 500;
/** Go's YAML reader starts to refuse aliases above this many nodes. */
const MAXIMUM_ALIASED_NODES = 400_000;

/**
 * Reads one YAML document with kubectl's rules for scalars, keys, merges and aliases.
 *
 * @returns the document, or the parser's first error.
 */
export function parseYamlDocument(text: string): ParsedDocument | ParserError {
  const deep = tooDeep(text);
  if (deep !== undefined) {
    return { code: 'TOO_DEEP', message: 'nested too deeply', offset: deep };
  }
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      // Tags beyond strings, maps and lists are ours to resolve, as Go does.
      resolveKnownTags: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      strict: true,
    });
    const [error] = document.errors;
    if (error !== undefined) {
      const code = error.code === 'RESOURCE_EXHAUSTION' ? 'TOO_DEEP' : error.code;
      return { code, message: error.message, offset: error.pos[0] };
    }
    return new Conversion(text).document(document.contents, (name) => findAnchor(document.contents, name));
  } catch (error) {
    if (error instanceof ConversionError) {
      return { code: error.code, message: error.message, offset: error.offset };
    }
    if (error instanceof RangeError) {
      return { code: 'TOO_DEEP', message: error.message, offset: 0 };
    }
    throw error;
  }
}

/** A cheap look before parsing: brackets and compact `- - -` nesting are what overflows a recursive parser. */
function tooDeep(text: string): number | undefined {
  const run = /(?:[[{]\s*){200}|(?:[-?]\s+){200}/.exec(text);
  return run?.index;
}

class ConversionError extends Error {
  public constructor(
    public readonly code: ParserError['code'],
    message: string,
    public readonly offset: number,
  ) {
    super(message);
  }
}

type Anchors = (name: string) => Node | undefined;

class Conversion {
  private readonly duplicates: { key: string; offset: number }[] = [];
  private aliased = 0;
  private insideAlias = 0;
  private anchors: Anchors = () => undefined;

  public constructor(private readonly text: string) {}

  public document(contents: Node | null, anchors: Anchors): ParsedDocument {
    this.anchors = anchors;
    const value = this.value(contents, 0);
    const end = this.text.length;
    return {
      value,
      duplicateKeys: this.duplicates,
      offsetOf: (path) => Math.min(this.offsetOf(contents, path), end),
    };
  }

  private value(node: unknown, depth: number): unknown {
    if (node === null || node === undefined) {
      return null;
    }
    if (depth > MAXIMUM_DEPTH) {
      throw new ConversionError('TOO_DEEP', 'nested too deeply', startOf(node as Node));
    }
    if (this.insideAlias > 0 && ++this.aliased > MAXIMUM_ALIASED_NODES) {
      throw new ConversionError('ALIASES', 'excessive aliasing', startOf(node as Node));
    }
    if (isAlias(node)) {
      return this.alias(node.source, node, depth);
    }
    if (isScalar(node)) {
      return scalarValue(node);
    }
    if (isSeq(node)) {
      return node.items.map((item) => this.value(item, depth + 1));
    }
    return isMap(node) ? this.map(node, depth) : null;
  }

  private alias(name: string, node: Node, depth: number): unknown {
    const target = this.anchors(name);
    if (target === undefined) {
      throw new ConversionError('BAD_ALIAS', 'unresolved alias', startOf(node));
    }
    this.insideAlias++;
    const value = this.value(target, depth + 1);
    this.insideAlias--;
    return value;
  }

  /** Later keys win, and a merge (`<<`) overrides what stands before it: that is what Go's reader does. */
  private map(node: YAMLMap, depth: number): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    const written = new Set<string>();
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      if (isMergeKey(pair.key)) {
        this.merge(pair.value, entries, depth);
        continue;
      }
      const key = keyText(isAlias(pair.key) ? this.anchors(pair.key.source) : pair.key);
      if (written.has(key)) {
        this.duplicates.push({ key, offset: startOf(pair.key) });
      }
      written.add(key);
      entries.set(key, this.value(pair.value, depth + 1));
    }
    return Object.fromEntries(entries);
  }

  private merge(node: Node | null, entries: Map<string, unknown>, depth: number): void {
    const source = isAlias(node) ? this.anchors(node.source) : (node ?? undefined);
    // With a list of maps the first one wins, so the last is merged first.
    const maps = isSeq(source) ? [...source.items].reverse() : [node];
    for (const map of maps) {
      const value = this.value(map, depth + 1);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new ConversionError(
          'UNEXPECTED_TOKEN',
          'map merge requires map or sequence of maps as the value',
          startOf(node as Node),
        );
      }
      for (const [key, item] of Object.entries(value)) {
        entries.set(key, item);
      }
    }
  }

  private offsetOf(root: unknown, path: readonly (string | number)[]): number {
    let node = root;
    let offset = startOf(root as Node);
    for (const step of path) {
      if (isAlias(node)) {
        node = this.anchors(node.source);
      }
      if (!isCollection(node)) {
        return offset;
      }
      if (isSeq(node)) {
        const item: unknown = node.items[Number(step)];
        if (item === undefined) {
          return offset;
        }
        node = item;
        offset = startOf(item as Node, offset);
      } else {
        const pairs = node.items as Pair<Node, Node | null>[];
        const pair = pairs.findLast((candidate) => isScalar(candidate.key) && keyText(candidate.key) === String(step));
        if (pair === undefined) {
          return offset;
        }
        node = pair.value;
        offset = startOf(pair.key, offset);
      }
    }
    return offset;
  }
}

function startOf(node: Node | null | undefined, otherwise = 0): number {
  return node?.range?.[0] ?? otherwise;
}

function scalarValue(node: Scalar): unknown {
  const text = String(node.value ?? '');
  const tag = node.tag?.replace('tag:yaml.org,2002:', '!!');
  if (tag === undefined || tag === '!') {
    return node.type === undefined || node.type === Scalar.PLAIN ? finite(resolvePlainScalar(text), node) : text;
  }
  if (tag === '!!binary') {
    return Buffer.from(text, 'base64').toString('utf8');
  }
  const type = TYPE_OF_TAG[tag];
  if (type === undefined) {
    return text;
  }
  const value = finite(resolvePlainScalar(text), node);
  if ((value === null ? 'null' : typeof value) !== type) {
    throw new ConversionError('UNEXPECTED_TOKEN', `cannot decode ${JSON.stringify(text)} as a ${tag}`, startOf(node));
  }
  return value;
}

const TYPE_OF_TAG: Readonly<Record<string, string>> = {
  '!!bool': 'boolean',
  '!!int': 'number',
  '!!float': 'number',
  '!!null': 'null',
};

/** JSON has no infinity, so kubectl can not send it. */
function finite<T>(value: T, node: Scalar): T {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new ConversionError('UNEXPECTED_TOKEN', `unsupported value: ${value}`, startOf(node));
  }
  return value;
}

function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && key.type === Scalar.PLAIN;
}

function keyText(key: unknown): string {
  const value = isScalar(key) ? scalarValue(key) : undefined;
  if (value === null || value === undefined || typeof value === 'object') {
    throw new ConversionError('UNEXPECTED_TOKEN', 'a key must be text', startOf(key as Node));
  }
  return String(value);
}

function findAnchor(root: unknown, name: string): Node | undefined {
  let found: Node | undefined;
  const visit = (node: unknown): void => {
    if ((isScalar(node) || isCollection(node)) && node.anchor === name) {
      found = node;
    }
    if (isSeq(node)) {
      node.items.forEach(visit);
    } else if (isMap(node)) {
      for (const pair of node.items) {
        visit(pair.key);
        visit(pair.value);
      }
    }
  };
  visit(root);
  return found;
}
