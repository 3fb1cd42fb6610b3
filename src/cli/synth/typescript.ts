import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { CommandError, EXIT, printed } from '../command-error';

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
 * A file that is not TypeScript, and a project with neither esbuild nor typescript, end the process with an error.
 */
export function loadTypeScript(root: string): void {
  if (isLoading) return;
  isLoading = true;
  const loader = Module as unknown as Loader;
  process.setSourceMapsEnabled(true);
  const transformed = transformedIn(root);
  for (const extension of ['.ts', '.cts']) {
    loader._extensions[extension] = (module, file) =>
      module._compile(
        orEnd(() => transformed(file)),
        file,
      );
  }
  // TypeScript names other files by what they are compiled to.
  const resolveFilename = loader._resolveFilename;
  loader._resolveFilename = function (this: unknown, request, parent, ...rest) {
    // Nothing is caught here: an error that is thrown again is printed with the line of this file, which is the whole bundle.
    return resolveFilename.call(this, sourceOf(request, parent?.filename), parent, ...rest);
  };
}

/** An error that is thrown while a module is loaded would be printed with a stack of the transformer, or with the line of the bundle. */
function orEnd<T>(transform: () => T): T {
  try {
    return transform();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return process.exit(printed(error));
  }
}

/** A place in a file that cannot be transformed. Line and column count from 1. */
interface SyntaxProblem {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly lineText: string;
}

function syntaxErrors(problems: readonly SyntaxProblem[]): CommandError {
  const shown = problems.map(({ text, file, line, column, lineText }) => {
    // Tabs stay, so that the mark is below its character.
    const before = lineText.slice(0, column - 1).replace(/[^\t]/g, ' ');
    return `${relative(process.cwd(), file)}:${line}:${column}: ${text}\n  ${lineText}\n  ${before}^`;
  });
  return new CommandError(shown.join('\nerror: '), EXIT.findings);
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
  return (text, file) => {
    try {
      return esbuild.transformSync(text, {
        loader: 'ts',
        format: 'cjs',
        target: 'node20',
        sourcemap: 'inline',
        sourcefile: file.split(sep).join('/'),
        tsconfigRaw: configuration,
        logLevel: 'silent',
      }).code;
    } catch (error) {
      const problems: any[] = (error as any).errors ?? [];
      if (problems.length === 0 || problems.some(({ location }) => !location)) throw error;
      // esbuild counts columns in bytes.
      throw syntaxErrors(
        problems.map(({ text, location: { file: named, line, column, lineText } }) => {
          const before = Buffer.from(lineText).subarray(0, column).toString();
          // `<tsconfig.json>` is a text that was passed to it.
          return { text, file: named.replace(/^<(.*)>$/, '$1'), line, column: before.length + 1, lineText };
        }),
      );
    }
  };
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
  return (text, file) => {
    const options = { compilerOptions, fileName: file, reportDiagnostics: true };
    const { outputText, diagnostics } = ts.transpileModule(text, options);
    const problems: any[] = diagnostics.filter((one: any) => one.file !== undefined);
    if (problems.length === 0) return outputText;
    throw syntaxErrors(
      problems.map(({ file: source, start, messageText }) => {
        const { line, character } = source.getLineAndCharacterOfPosition(start);
        const lineText = text.split('\n')[line]!.replace(/\r$/, '');
        return {
          text: ts.flattenDiagnosticMessageText(messageText, '\n'),
          file,
          line: line + 1,
          column: character + 1,
          lineText,
        };
      }),
    );
  };
}
