/** Writes src/kubernetes/generated from imports/: `npm run imports:types`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from '../src/kubernetes/typescript/generated-files';

const folder = join(__dirname, '..', 'src', 'kubernetes', 'generated');
rmSync(folder, { recursive: true, force: true });
for (const [name, text] of generatedFiles()) {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
