import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { generatedFiles } from '../../src/kubernetes/typescript/generated-files';

const FOLDER = join(__dirname, '..', '..', 'src', 'kubernetes', 'generated');

describe('src/kubernetes/generated', () => {
  const files = generatedFiles();

  test('has the files that "npm run imports:types" would write, and no others', () => {
    const present = readdirSync(FOLDER, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(FOLDER, join(entry.parentPath, entry.name)));
    expect(present.sort()).toEqual([...files.keys()].sort());
  });

  test.each([...files.keys()])('%s is what "npm run imports:types" would write', (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    expect(text).toBe(files.get(name));
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  });
});
