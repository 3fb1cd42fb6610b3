import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * Writes vendor/cel-js.cjs anew (`npm run vendor`): the CEL engine as CommonJS. It is published as an ES module only, which
 * jest and Node.js before 20.19 can not require, and this package is used from both.
 */
const root = join(__dirname, '..');
const entry = join(root, 'node_modules', '@marcbachmann', 'cel-js', 'lib', 'index.js');
const folder = dirname(dirname(entry));
const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
const license = readFileSync(join(folder, 'LICENSE'), 'utf8').trim().replaceAll(/^/gm, ' * ').replaceAll(/ +$/gm, '');
buildSync({
  entryPoints: [entry],
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  outfile: join(root, 'vendor', 'cel-js.cjs'),
  banner: {
    js: `/*\n * ${name} ${version}, bundled by "npm run vendor" (scripts/bundle-cel.ts). Do not edit.\n *\n${license}\n */`,
  },
});
