import { isDeepStrictEqual } from 'node:util';
import { valueAfter } from '../../values';

/** An operation of a JSON patch. @see RFC 6902 */
export interface PatchOperation {
  readonly op?: unknown;
  readonly path?: unknown;
  readonly from?: unknown;
  readonly value?: unknown;
}

/** A patch that does not apply, in the words of the server. */
export class PatchError extends Error {}

/** An operation `test` that does not hold: the server then leaves the object as it is. */
export class TestFailed extends Error {}

type Container = any[] | Record<string, any>;

/**
 * Applies a patch to a copy of an object, as the library of the server does.
 *
 * @throws PatchError and TestFailed
 * @see gopkg.in/evanphx/json-patch.v4
 */
export function patched(object: object, operations: readonly PatchOperation[]): any {
  const document = structuredClone(object);
  for (const { op, path = '', from = '', value } of operations) {
    const operation = Object.hasOwn(OPERATIONS, String(op)) ? OPERATIONS[String(op)] : undefined;
    if (operation === undefined) throw new PatchError(`Unexpected kind: ${String(op)}`);
    operation({ document, path: String(path), from: String(from), value });
  }
  return document;
}

interface Operands {
  readonly document: object;
  readonly path: string;
  readonly from: string;
  readonly value: unknown;
}

const OPERATIONS: Readonly<Record<string, (operands: Operands) => void>> = {
  add({ document, path, value }) {
    add(parentOf(document, path, `add operation does not apply: doc is missing path: "${path}"`), value);
  },
  remove({ document, path }) {
    const place = parentOf(document, path, `remove operation does not apply: doc is missing path: "${path}"`);
    remove(place, `error in remove for path: '${path}'`);
  },
  replace({ document, path, value }) {
    const { container, key } = parentOf(
      document,
      path,
      `replace operation does not apply: doc is missing path: ${path}`,
    );
    if (Array.isArray(container)) container[indexIn(container, key, `error in remove for path: '${path}'`)] = value;
    else container[key] = value;
  },
  move({ document, path, from }) {
    const source = parentOf(document, from, `move operation does not apply: doc is missing from path: ${from}`);
    const moved = valueAt(source);
    remove(source, `error in move for path: '${source.key}'`);
    add(parentOf(document, path, `move operation does not apply: doc is missing destination path: ${path}`), moved);
  },
  copy({ document, path, from }) {
    const source = parentOf(document, from, `copy operation does not apply: doc is missing from path: ${from}`);
    const target = parentOf(document, path, `copy operation does not apply: doc is missing destination path: ${path}`);
    add(target, structuredClone(valueAt(source)));
  },
  test({ document, path, value }) {
    const place = parentOf(document, path, `test operation does not apply: is missing path: ${path}`);
    if (!isDeepStrictEqual(valueAt(place), value)) throw new TestFailed(`testing value ${path} failed`);
  },
};

function valueAt({ container, key }: Place): unknown {
  return (container as Record<string, unknown>)[key];
}

interface Place {
  readonly container: Container;
  readonly key: string;
  readonly path: string;
}

/** The object or list that holds what a path names. */
function parentOf(document: any, path: string, missing: string): Place {
  const parts = path.split('/').slice(1).map(decoded);
  const key = parts.pop();
  const container = valueAfter(document, parts);
  if (key === undefined || typeof container !== 'object' || container === null) {
    throw new PatchError(`${missing}: missing value`);
  }
  return { container: container as Container, key, path };
}

function decoded(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function add({ container, key, path }: Place, value: unknown): void {
  if (!Array.isArray(container)) {
    container[key] = value;
    return;
  }
  if (key === '-') {
    container.push(value);
    return;
  }
  const index = Number(key);
  if (!Number.isInteger(index)) {
    throw new PatchError(`error in add for path: '${path}': value was not a proper array index: '${key}'`);
  }
  if (index > container.length || index < 0) throw invalidIndex(`error in add for path: '${path}'`, key);
  container.splice(index, 0, value);
}

function remove({ container, key }: Place, failed: string): void {
  if (Array.isArray(container)) {
    container.splice(indexIn(container, key, failed), 1);
    return;
  }
  if (!Object.hasOwn(container, key)) {
    throw new PatchError(`${failed}: Unable to remove nonexistent key: ${key}: missing value`);
  }
  delete container[key];
}

function indexIn(list: readonly unknown[], key: string, failed: string): number {
  const index = Number(key);
  if (!Number.isInteger(index) || index < 0 || index >= list.length) throw invalidIndex(failed, key);
  return index;
}

function invalidIndex(failed: string, key: string): PatchError {
  return new PatchError(`${failed}: Unable to access invalid index: ${key}: invalid index referenced`);
}
