import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Module from 'node:module';
import { basename, dirname, join, resolve, sep } from 'node:path';
import * as vm from 'node:vm';

/** What Node.js does with the text of a CommonJS module. */
interface Loader {
  readonly wrapper: readonly [string, string];
  readonly _cache: Readonly<Record<string, unknown>>;
  readonly _extensions: object;
  _resolveFilename(request: string, parent: object, isMain: boolean, options?: object): string;
  readonly prototype: { _compile(this: Loaded, text: string, file: string, ...rest: readonly unknown[]): unknown };
  /** From Node.js 22.8 on. */
  getCompileCacheDir?(): string | undefined;
}

interface Loaded {
  readonly exports: object;
  require(id: string): unknown;
}

interface Entry {
  readonly file: string;
  /** What the file system says of the file, which changes whenever it is written. */
  readonly state: string;
  /** Of the text, for copies of the same file. V8 itself compares lengths only. */
  readonly hash: string;
  readonly bytes: number;
}

/** Large libraries beside the package itself: those of programs, and with those that only commands load. */
const OF_PROGRAMS = /[\\/]node_modules[\\/](?:cdk8s|cdk8s-plus-\d+|constructs|yaml)[\\/]/;
const OF_COMMANDS = /[\\/]node_modules[\\/](?:cdk8s|cdk8s-plus-\d+|constructs|commander|typescript|yaml)[\\/]/;

/** Code that was kept has lost how to import; and what is not JavaScript without a change. */
const UNUSUAL = /^#!|\bimport\s*\(/;

let isKept = false;

/**
 * Keeps the compiled form of the package and its libraries between runs, in `.cache` of the node_modules that the package is in: a
 * quarter of what `validate` costs is compiling, and a fifth of a first app. What cannot be read or written is compiled again. The first
 * call of a process counts. The compile cache of Node.js itself, from 22.8 on, keeps less: not the functions that were called since (docs/benchmarks.md);
 * where the user has switched it on, it has the package too.
 *
 * NODE_DISABLE_COMPILE_CACHE, a variable of Node.js, switches it off, as does NODE_V8_COVERAGE, since coverage of kept code is less precise.
 *
 * @param command code of another command is kept by itself.
 */
export function keepCodeOfCommand(command: string): void {
  keepCode(/^[a-z]{1,20}$/.test(command) ? command : 'other', OF_COMMANDS);
}

/** The same for a program that imports the package. */
export function keepCodeOfProgram(): void {
  keepCode('program', OF_PROGRAMS);
}

function keepCode(name: string, libraries: RegExp): void {
  const own = resolve(__dirname);
  const folder = cacheFolder(own);
  if (isKept || folder === undefined || isSet('NODE_DISABLE_COMPILE_CACHE') || isSet('NODE_V8_COVERAGE')) return;
  // Test runners and bundlers load modules by themselves.
  const loader = Module as unknown as Loader;
  if (loader._cache[__filename] === undefined || loader.getCompileCacheDir?.() !== undefined) return;
  isKept = true;
  const path = join(folder, `${name}-${process.version}-${process.arch}.code`);
  new CodeCache(path, (file) => file.startsWith(own + sep) || libraries.test(file)).install();
}

function isSet(variable: string): boolean {
  return (process.env[variable] ?? '') !== '';
}

/** None for a checkout, and in packages that are not in a node_modules. */
function cacheFolder(own: string): string | undefined {
  const installed = dirname(dirname(own));
  return basename(installed) === 'node_modules' ? join(installed, '.cache', 'cdk8s-patterns') : undefined;
}

/** Compiled code in one file: a list of entries as JSON, its length before it, then the code of each. */
class CodeCache {
  private readonly kept = new Map<string, { readonly entry: Entry; readonly code: () => Buffer }>();
  private readonly compiled: {
    readonly file: string;
    readonly state: string;
    readonly text: string;
    readonly script: vm.Script;
  }[] = [];

  public constructor(
    private readonly path: string,
    private readonly isFor: (file: string) => boolean,
  ) {
    try {
      const file = openSync(path, 'r');
      const length = read(file, 0, 4).readUInt32LE(0);
      let at = 4 + length;
      for (const entry of JSON.parse(read(file, 4, length).toString('utf8')) as Entry[]) {
        const start = at;
        // A program that loads libraries before the package does not need what is kept of them.
        this.kept.set(entry.file, { entry, code: () => read(file, start, entry.bytes) });
        at += entry.bytes;
      }
    } catch {
      // There is none yet.
    }
  }

  public install(): void {
    const isWritable = canWrite(dirname(this.path));
    if (!isWritable && this.kept.size === 0) return;
    const loader = Module as unknown as Loader;
    const { _compile: compile } = loader.prototype;
    const cache = this;
    loader.prototype._compile = function (text, file, ...rest) {
      if (!cache.isFor(file) || UNUSUAL.test(text)) return compile.call(this, text, file, ...rest);
      const run = cache.script(text, file).runInThisContext() as (...args: unknown[]) => unknown;
      return run.call(this.exports, this.exports, requireOf(loader, this), this, file, dirname(file));
    };
    if (isWritable) process.once('exit', () => this.write());
  }

  private script(text: string, file: string): vm.Script {
    const [before, behind] = (Module as unknown as Loader).wrapper;
    const known = this.kept.get(file);
    // Of the file as it is read: it may be another one, or gone, when the command ends.
    const state = stateOf(file);
    const isKnown = known !== undefined && (known.entry.state === state || known.entry.hash === hashOf(text));
    const cachedData = isKnown ? known.code() : undefined;
    const script = new vm.Script(before + text + behind, {
      filename: file,
      // Positions are those in the file.
      columnOffset: -before.length,
      cachedData,
    });
    if (cachedData === undefined || script.cachedDataRejected === true)
      this.compiled.push({ file, state, text, script });
    return script;
  }

  /** At the end, when what was called is compiled as well. */
  private write(): void {
    if (this.compiled.length === 0) return;
    for (const { file, state, text, script } of this.compiled) {
      const code = script.createCachedData();
      this.kept.set(file, { entry: { file, state, hash: hashOf(text), bytes: code.length }, code: () => code });
    }
    try {
      const all = [...this.kept.values()].filter(({ entry }) => existsSync(entry.file));
      const list = Buffer.from(JSON.stringify(all.map(({ entry }) => entry)));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(list.length);
      const temporary = `${this.path}.${process.pid}`;
      writeFileSync(temporary, Buffer.concat([length, list, ...all.map(({ code }) => code())]));
      renameSync(temporary, this.path);
    } catch {
      // A directory that cannot be written.
    }
  }
}

/** Fewer bytes, or none, are those of a damaged file, whose code V8 refuses. */
function read(file: number, start: number, length: number): Buffer {
  try {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, start));
  } catch {
    return Buffer.alloc(0);
  }
}

/** Known before anything is kept, as making what is written takes longer than it saves in one run. */
function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function stateOf(file: string): string {
  const { ino, size, mtimeMs, ctimeMs } = statSync(file);
  return [ino, size, mtimeMs, ctimeMs].join(' ');
}

/** Rarely needed: loading what hashes takes as long as hashing all files. */
function hashOf(text: string): string {
  const { createHash } = require('node:crypto') as typeof import('node:crypto');
  return createHash('md5').update(text).digest('hex');
}

/** The `require` that a module gets. */
function requireOf(loader: Loader, module: Loaded) {
  const required = (id: string) => module.require(id);
  const find = (id: string, options?: object) => loader._resolveFilename(id, module, false, options);
  return Object.assign(required, {
    resolve: find,
    cache: loader._cache,
    extensions: loader._extensions,
    main: require.main,
  });
}
