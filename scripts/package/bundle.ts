import { join, relative, resolve } from 'node:path';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { ENTRIES, LIB, ROOT } from './layout';

/**
 * One CommonJS file for each entry of the package and for each part that is loaded when it is first needed; what several of
 * them share is in files of its own, so that every class exists once.
 */
export async function bundle(): Promise<readonly OutputChunk[]> {
  const build = await rolldown({
    cwd: ROOT,
    input: Object.fromEntries(ENTRIES.map(({ name, source }) => [name, source])),
    platform: 'node',
    tsconfig: false,
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('src/'),
    plugins: [loadOnDemand()],
  });
  const { output } = await build.write({
    dir: LIB,
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name].js',
    comments: { legal: true, annotation: false, jsdoc: false },
  });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}

/** Sources say `require('../check')` within a function for what is loaded at the first call: a file of its own. */
function loadOnDemand(): Plugin {
  return {
    name: 'load-on-demand',
    async resolveId(source, importer, { kind }) {
      if (kind !== 'require-call' || !source.startsWith('.')) return null;
      const found = await this.resolve(source, importer, { kind: 'import-statement', skipSelf: true });
      if (found === null) throw new Error(`${importer} requires ${source}, which does not exist`);
      const name = nameOf(found.id);
      this.emitFile({ type: 'chunk', id: found.id, name, fileName: `${name}.js` });
      return { id: `./${name}.js`, external: true };
    },
  };
}

/** `src/check/index.ts` is loaded from `check.js`, `src/validation/cel/engine.ts` from `validation-cel-engine.js`. */
function nameOf(file: string): string {
  return relative(resolve(ROOT), file)
    .replace(/^src\//, '')
    .replace(/(\/index)?\.\w+$/, '')
    .replaceAll('/', '-');
}
void join;
