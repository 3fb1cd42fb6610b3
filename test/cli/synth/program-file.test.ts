import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFile } from '../../../src/cli/synth/program-file';
import { inEmptyFolder } from '../command-line';

test.each([
  ['npx ts-node main.ts', 'main.ts'],
  ['ts-node  main', 'main.ts'],
  ['tsx ./src/app.ts', 'src/app.ts'],
  ['node --import tsx main.ts', 'main.ts'],
  ['node -r ts-node/register main.ts', 'main.ts'],
  ['npx ts-node --transpile-only main.ts', 'main.ts'],
  ['node plain.js', 'plain.js'],
  // Run as they are: they do something else, too.
  ['npm run build && node plain.js', undefined],
  ['node --max-old-space-size=8000 plain.js', undefined],
  ['ts-node main.ts --env prod', undefined],
  ['ENV=prod ts-node main.ts', undefined],
  ['pipenv run python main.py', undefined],
  ['node missing.js', undefined],
  // ES modules.
  ['node module.mjs', undefined],
  ['tsx esm/main.ts', undefined],
])('%s', (app, file) =>
  inEmptyFolder(async (folder) => {
    mkdirSync(join(folder, 'src'));
    mkdirSync(join(folder, 'esm'));
    for (const name of ['main.ts', 'src/app.ts', 'plain.js', 'module.mjs', 'esm/main.ts', 'main.py']) {
      writeFileSync(join(folder, name), '');
    }
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(join(folder, 'esm', 'package.json'), '{"type": "module"}');
    expect(programFile(app, folder)).toBe(file && join(folder, file));
  }),
);
