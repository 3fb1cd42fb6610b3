import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CODE_GROUPS } from './groups';
import { CODE_CACHE, ENTRIES, LIB, ROOT } from './layout';

/** rolldown is an ES module only; a CommonJS file names its types in this way. */
type Plugin = import('rolldown', { with: { 'resolution-mode': 'import' }}).Plugin;

/**
 * Writes one CommonJS file for each entry of the package and for each part that is loaded when it is first needed. What
 * several of them share is in files of its own, so that every class exists once.
 *
 * White space is removed and variables and functions get short names, which is a fifth of what is read at start; classes keep
 * their names, which messages show. Stack traces end at the user's own lines, and there are no source maps. Statements are not compressed: that makes `true` of exports
 * `!0`, and Node.js then no longer finds the names that ES modules import.
 */
export async function bundle(): Promise<void> {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    cwd: ROOT,
    input: Object.fromEntries(ENTRIES.map(({ name, source, isKept }) => [isKept ? codeOf(name) : name, source])),
    platform: 'node',
    tsconfig: false,
    transform: { decorator: { legacy: true } },
    // The function that applies decorators becomes part of the bundle.
    external: (id) => /^[^./]/.test(id) && !id.startsWith('@oxc-project/runtime/'),
    plugins: [loadOnDemand()],
  });
  await build.write({
    dir: LIB,
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared-[name].js',
    codeSplitting: { groups: CODE_GROUPS },
    comments: { legal: true, annotation: false, jsdoc: false },
    minify: {
      mangle: { toplevel: true, keepNames: { class: true, function: false } },
      compress: false,
      codegen: { removeWhitespace: true },
    },
  });
  await build.close();
  for (const { name } of ENTRIES.filter(({ isKept }) => isKept)) {
    // In the form in which Node.js finds the names that ES modules import from it.
    const text = `"use strict";require("./${fileNameOf(CODE_CACHE)}").keepCodeOfProgram();module.exports=require("./${codeOf(name)}.js");\n`;
    writeFileSync(join(LIB, `${name}.js`), text);
  }
}

/** The code of an entry, apart from its file, so that it is loaded after the code cache. */
function codeOf(entry: string): string {
  return `code-${entry}`;
}

/**
 * Gives a file of its own to what sources load with `require('./path')` within a function, so that it is read when that
 * function is first called. All files are in one directory, so the path is the same from each of them.
 */
function loadOnDemand(): Plugin {
  return {
    name: 'load-on-demand',
    async resolveId(source, importer, { kind }) {
      if (kind !== 'require-call' || !source.startsWith('.')) return null;
      const resolved = await this.resolve(source, importer, { kind: 'import-statement', skipSelf: true });
      if (resolved === null) throw new Error(`${importer} requires ${source}, which does not exist`);
      const { id } = resolved;
      const fileName = fileNameOf(id);
      this.emitFile({ type: 'chunk', id, fileName });
      return { id: `./${fileName}`, external: true };
    },
  };
}

/** `lazy-validation-validate-object.js` for src/validation/validate-object.ts. */
function fileNameOf(file: string): string {
  const path = relative(ROOT, file)
    .replace(/^src\//, '')
    .replace(/(\/index)?\.\w+$/, '');
  return `lazy-${path.replaceAll('/', '-')}.js`;
}
