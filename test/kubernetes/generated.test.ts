import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesTypes } from '../../src/kubernetes/typescript/kubernetes-types';
import { loadKubernetesDocument } from '../../src/schema';

const FOLDER = join(__dirname, '..', '..', 'src', 'kubernetes', 'generated');

describe('src/kubernetes/generated', () => {
  const files = kubernetesTypes(loadKubernetesDocument('1.36'));

  test('has the files that "npm run imports:types" would write, and no others', () => {
    const present = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isFile());
    expect(present.map(({ name }) => name).sort()).toEqual([...files.keys()].sort());
  });

  test.each([...files.keys()])('%s is what "npm run imports:types" would write', (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    expect(text).toBe(files.get(name));
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  });
});
