import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { types } from 'node:util';

/** Packages that do nothing when they are loaded, so that they can be loaded before the app is, and kept for its next run. */
const LIBRARIES =
  /[\\/]node_modules[\\/](?:cdk8s|cdk8s-plus-\d+|cdk8s-patterns|constructs|esbuild|typescript)[\\/](?!.*[\\/]node_modules[\\/])/;

export function isLibrary(file: string): boolean {
  return LIBRARIES.test(file);
}

/** Main files of those that most apps load, as far as they are installed: the first process can be used again only when it has them before. */
export function installedLibraries(root: string): readonly string[] {
  const { resolve } = createRequire(join(root, 'package.json'));
  const plus = Object.keys(dependenciesOf(root)).filter((name) => name.startsWith('cdk8s-plus-'));
  return ['constructs', 'cdk8s', ...plus, 'cdk8s-patterns', 'esbuild'].flatMap((name) => {
    try {
      return isLibrary(resolve(name)) ? [resolve(name)] : [];
    } catch {
      return [];
    }
  });
}

function dependenciesOf(root: string): Readonly<Record<string, string>> {
  try {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { ...devDependencies, ...dependencies };
  } catch {
    return {};
  }
}

/** Tells the modules of an app from those of the command and of libraries, which need not be loaded again. */
export class AppModules {
  private readonly ofCommand = new Set(Object.keys(require.cache));

  /** The modules of libraries, by the directory of their package. */
  public libraries(): ReadonlyMap<string, readonly NodeModule[]> {
    const libraries = new Map<string, NodeModule[]>();
    for (const module of loadedModules()) {
      const [directory] = LIBRARIES.exec(module.filename) ?? [];
      if (directory !== undefined) libraries.set(directory, [...(libraries.get(directory) ?? []), module]);
    }
    return libraries;
  }

  /**
   * Has every module of the app loaded again when it is required.
   *
   * @returns false when that is impossible: Node.js never loads a module of ECMAScript again.
   */
  public forget(): boolean {
    const kept = this.kept();
    const ofApp = loadedModules().filter((module) => !kept.has(module));
    for (const { filename } of ofApp) delete require.cache[filename];
    return !ofApp.some(mayHaveImported);
  }

  /** Libraries, the command, and what they have loaded: a library has to meet the same module the next time. */
  private kept(): ReadonlySet<NodeModule> {
    const kept = new Set<NodeModule>();
    const keep = (module: NodeModule) => {
      if (kept.has(module)) return;
      kept.add(module);
      module.children.forEach(keep);
    };
    for (const module of loadedModules())
      if (this.ofCommand.has(module.filename) || isLibrary(module.filename)) keep(module);
    return kept;
  }
}

function loadedModules(): NodeModule[] {
  return Object.values(require.cache).filter((module) => module !== undefined);
}

function mayHaveImported({ filename, exports }: NodeModule): boolean {
  return types.isModuleNamespaceObject(exports) || (!filename.endsWith('.json') && callsImport(filename));
}

function callsImport(file: string): boolean {
  try {
    return /\bimport\s*\(/.test(readFileSync(file, 'utf8'));
  } catch {
    // It is gone, and with it what it was.
    return true;
  }
}
