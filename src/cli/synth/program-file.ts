import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';

/** `npx ts-node main.ts`, `tsx main.ts`, `node --import tsx main.ts`, `node main.js`: what starts one file and nothing else. */
const RUNS_ONE_FILE =
  /^(?:npx (?:--no-install |--yes |-y )?)?(?:ts-node|tsx|node)(?: (?:--import[ =]tsx|(?:--require|-r)[ =](?:ts-node\/register|tsx\/cjs)|--transpile-only|-T|--swc))* ([\w./@-]+)$/;

const EXTENSIONS = ['', '.ts', '.js', '.cts', '.cjs'];

/**
 * The file that the `app` command of cdk8s.yaml runs, as an absolute path. Undefined for other commands, and for ES modules: they
 * are run as they are.
 *
 * @param directory directory that the command would run in.
 */
export function programFile(app: string, directory: string): string | undefined {
  const [, file] = RUNS_ONE_FILE.exec(app.trim().replace(/\s+/g, ' ')) ?? [];
  if (file === undefined) return undefined;
  const found = EXTENSIONS.map((extension) => resolve(directory, file + extension)).find(
    (path) => extname(path) !== '' && existsSync(path),
  );
  return found === undefined || isEsModule(found) ? undefined : found;
}

function isEsModule(file: string): boolean {
  const extension = extname(file);
  if (extension === '.cts' || extension === '.cjs') return false;
  if (extension !== '.ts' && extension !== '.js') return true;
  for (let directory = dirname(file); ; directory = dirname(directory)) {
    const manifest = join(directory, 'package.json');
    if (existsSync(manifest)) return JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
    if (directory === dirname(directory)) return false;
  }
}
