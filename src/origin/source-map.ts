import { readFileSync } from 'node:fs';
import { findSourceMap, SourceMap } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import type { RawPosition } from './call-site';

/**
 * Maps a position in the running code to its source, as an absolute path. Uses, in this order:
 * a stack trace hook of a loader (ts-node, jest), Node.js (`--enable-source-maps`, tsx), and the source map that
 * the last line of the file references. Without a source map, the position itself.
 */
export function originalPosition(position: RawPosition): RawPosition {
  const mapped = viaStackTraceHook(position) ?? viaMap(position) ?? position;
  return { ...mapped, file: pathOf(mapped.file) };
}

/** A loader's hook maps frames while it formats them: it gets a single frame to format, and the result is parsed. */
function viaStackTraceHook(position: RawPosition): RawPosition | undefined {
  // Test runners run programs in a separate context and install their hook in the main one.
  const hook = Error.prepareStackTrace ?? runInThisContext('Error.prepareStackTrace');
  if (typeof hook !== 'function') {
    return undefined;
  }
  try {
    const text: unknown = hook(new Error(), [frameAt(position)]);
    const match = /(?:\(|at )([^()\n]+):(\d+):(\d+)\)?$/.exec(String(text));
    if (match === null) {
      return undefined;
    }
    const mapped = { file: match[1]!, line: Number(match[2]), column: Number(match[3]) };
    const unchanged = mapped.line === position.line && mapped.column === position.column;
    return unchanged && pathOf(mapped.file) === pathOf(position.file) ? undefined : mapped;
  } catch {
    return undefined;
  }
}

/** A call site of V8: formatters call these methods and copy them from its prototype. */
function frameAt({ file, line, column }: RawPosition): NodeJS.CallSite {
  const answers: Record<string, unknown> = {
    getFileName: file,
    getScriptNameOrSourceURL: file,
    getLineNumber: line,
    getColumnNumber: column,
    getEnclosingLineNumber: line,
    getEnclosingColumnNumber: column,
    getPosition: 0,
    getFunction: undefined,
    getFunctionName: null,
    getMethodName: null,
    getTypeName: null,
    getThis: undefined,
    getEvalOrigin: undefined,
    getPromiseIndex: null,
    getScriptHash: '',
    isNative: false,
    isToplevel: true,
    isConstructor: false,
    isEval: false,
    isAsync: false,
    isPromiseAll: false,
    toString: `${file}:${line}:${column}`,
  };
  const methods = Object.entries(answers).map(([name, answer]) => [name, () => answer]);
  return Object.create(Object.fromEntries(methods));
}

const maps = new Map<string, { map: SourceMap; folder: string } | undefined>();

export function forgetSourceMaps(): void {
  maps.clear();
}

function viaMap(position: RawPosition): RawPosition | undefined {
  const path = pathOf(position.file);
  if (!maps.has(path)) {
    maps.set(path, mapOf(position.file, path));
  }
  const found = maps.get(path);
  const entry = found?.map.findEntry(position.line - 1, position.column - 1);
  if (found === undefined || entry === undefined || !('originalSource' in entry)) {
    return undefined;
  }
  const source = entry.originalSource;
  const file = source.startsWith('file:') ? fileURLToPath(source) : resolve(found.folder, source);
  return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

function mapOf(file: string, path: string): { map: SourceMap; folder: string } | undefined {
  try {
    const map = findSourceMap(file) ?? findSourceMap(path) ?? findSourceMap(pathToFileURL(path).href) ?? readMap(path);
    return map && { map, folder: dirname(path) };
  } catch {
    // An invalid source map is not an error: the position in the compiled file is still correct.
    return undefined;
  }
}

function readMap(path: string): SourceMap | undefined {
  const comments = [...readFileSync(path, 'utf8').matchAll(/^\/\/[#@] sourceMappingURL=(\S+)\s*$/gm)];
  const url = comments.at(-1)?.[1];
  if (url === undefined) {
    return undefined;
  }
  const inline = /^data:application\/json[^,]*?(;base64)?,(.*)$/.exec(url);
  const json = inline
    ? Buffer.from(decodeURIComponent(inline[2]!), inline[1] ? 'base64' : 'utf8').toString('utf8')
    : readFileSync(resolve(dirname(path), url), 'utf8');
  return new SourceMap(JSON.parse(json));
}

/** File URLs as paths, without the query that module loaders append. */
function pathOf(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(new URL(file.replace(/\?.*$/, ''))) : file.replace(/\?.*$/, '');
}
