import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../e2e/server/assets';

/**
 * Builds a Go program that answers for other software, unless the cache has it. Returns the path of the program.
 *
 * @param sources folder with go.mod, go.sum and main.go.
 * @throws Error when it cannot be built.
 */
export function buildJudge(sources: string, name: string): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum', 'main.go']) {
    hash.update(readFileSync(join(sources, file)));
  }
  const folder = join(cacheFolder(), name);
  const program = join(folder, hash.digest('hex').slice(0, 16));
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('go', ['build', '-o', program, '.'], { cwd: sources, stdio: 'inherit' });
  }
  return program;
}
