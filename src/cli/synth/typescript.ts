import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { CommandError } from '../command-error';

/** Makes JavaScript of TypeScript, without a look at types. */
interface Transformer {
  /** Name and version: results of another one are not used. */
  readonly id: string;
  /** A CommonJS module with its source map inline. */
  transform(text: string, file: string): string;
}

interface Loader {
  _extensions: Record<string, (module: { _compile(code: string, file: string): void }, file: string) => void>;
  _resolveFilename(request: string, parent?: { filename?: string | null }, ...rest: unknown[]): string;
}

let isLoading = false;

/**
 * Lets `require` load TypeScript files, as ts-node does, but without checking types. What was transformed is kept in
 * node_modules/.cache of the project, so that a file that has not changed is not transformed again.
 *
 * @throws CommandError, when the first file is loaded, for a project with neither esbuild nor typescript.
 */
export function loadTypeScript(root: string): void {
  if (isLoading) return;
  isLoading = true;
  const loader = Module as unknown as Loader;
  process.setSourceMapsEnabled(true);
  const transformed = transformedIn(root);
  for (const extension of ['.ts', '.cts']) {
    loader._extensions[extension] = (module, file) => module._compile(transformed(file), file);
  }
  // TypeScript names other files by what they are compiled to.
  const resolveFilename = loader._resolveFilename;
  loader._resolveFilename = function (this: unknown, request, parent, ...rest) {
    // Nothing is caught here: an error that is thrown again is printed with the line of this file, which is the whole bundle.
    return resolveFilename.call(this, sourceOf(request, parent?.filename), parent, ...rest);
  };
}

/** `./name.ts` for `./name.js` when only the former exists. */
function sourceOf(request: string, requiring: string | null | undefined): string {
  if (typeof requiring !== 'string' || !/^\.{1,2}\/.*\.c?js$/.test(request)) return request;
  const source = request.replace(/js$/, 'ts');
  const exists = (file: string) => existsSync(join(dirname(requiring), file));
  return !exists(request) && exists(source) ? source : request;
}

function transformedIn(root: string): (file: string) => string {
  const configuration = configurationIn(root);
  const cache = join(root, 'node_modules', '.cache', 'cdk8s-patterns');
  let known: Transformer | undefined;
  let id: string | undefined;
  return (file) => {
    const text = readFileSync(file, 'utf8');
    id ??= transformerId(root);
    const key = createHash('sha256')
      .update(JSON.stringify([id, configuration, file, text]))
      .digest('hex');
    const kept = join(cache, `${key.slice(0, 32)}.js`);
    if (existsSync(kept)) return readFileSync(kept, 'utf8');
    known ??= transformerIn(root, configuration);
    const code = known.transform(text, file);
    keep(kept, code);
    return code;
  };
}

/** A project whose node_modules cannot be written is only slower. */
function keep(file: string, code: string): void {
  try {
    if (!existsSync(join(dirname(file), '..', '..'))) return;
    mkdirSync(dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, code);
    renameSync(temporary, file);
  } catch {}
}

function configurationIn(root: string): string {
  const file = join(root, 'tsconfig.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '{}';
}

const TRANSFORMERS = ['esbuild', 'typescript'] as const;

function transformerId(root: string): string {
  for (const name of TRANSFORMERS) {
    const manifest = nearestManifest(root, name);
    if (manifest !== undefined) return `${name} ${JSON.parse(readFileSync(manifest, 'utf8')).version}`;
  }
  throw new CommandError('TypeScript files need the package typescript or esbuild in the project');
}

function nearestManifest(root: string, name: string): string | undefined {
  const paths = createRequire(join(root, 'package.json')).resolve.paths(name) ?? [];
  return paths.map((path) => join(path, name, 'package.json')).find((path) => existsSync(path));
}

function transformerIn(root: string, configuration: string): Transformer {
  const requireInProject = createRequire(join(root, 'package.json'));
  const id = transformerId(root);
  return id.startsWith('esbuild')
    ? { id, transform: withEsbuild(requireInProject('esbuild'), configuration) }
    : { id, transform: withTypeScript(requireInProject('typescript'), root) };
}

function withEsbuild(esbuild: any, configuration: string): Transformer['transform'] {
  return (text, file) =>
    esbuild.transformSync(text, {
      loader: 'ts',
      format: 'cjs',
      target: 'node20',
      sourcemap: 'inline',
      sourcefile: file.split(sep).join('/'),
      tsconfigRaw: configuration,
      logLevel: 'silent',
    }).code;
}

function withTypeScript(ts: any, root: string): Transformer['transform'] {
  const file = join(root, 'tsconfig.json');
  const read = existsSync(file)
    ? ts.getParsedCommandLineOfConfigFile(file, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} })
    : undefined;
  const compilerOptions = {
    ...read?.options,
    ...{
      module: ts.ModuleKind.CommonJS,
      inlineSourceMap: true,
      sourceMap: false,
      declaration: false,
      outDir: undefined,
    },
  };
  return (text, fileName) => ts.transpileModule(text, { compilerOptions, fileName }).outputText;
}
