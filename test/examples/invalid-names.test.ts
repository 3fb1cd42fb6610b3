import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdk8sPatterns, inEmptyFolder } from '../cli/command-line';

const PAGE = readFileSync(join(__dirname, '..', '..', 'docs', 'invalid-names.md'), 'utf8');
const blockOf = (language: string) => PAGE.split(`\`\`\`${language}\n`)[1]!.split('```\n')[0]!;

test(
  'docs/invalid-names.md shows what validate prints for its file',
  () =>
    inEmptyFolder(async (folder) => {
      writeFileSync(join(folder, 'names.yaml'), blockOf('yaml'));
      const { exitCode, stdout, stderr } = await cdk8sPatterns(['validate', '--no-references', 'names.yaml'], {
        cwd: folder,
      });
      expect(exitCode).toBe(1);
      expect(`${stdout}${stderr}`.trim()).toBe(blockOf('text').trim());
    }),
  60_000,
);
