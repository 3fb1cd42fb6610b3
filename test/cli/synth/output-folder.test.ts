import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OutputFolder } from '../../../src/cli/synth/output-folder';
import { inEmptyFolder } from '../command-line';

test('what was put in place is copied back, so that the next run has the whole output of this one', () =>
  inEmptyFolder(async (folder) => {
    const [kept, out] = ['kept', 'out'].map((name) => join(folder, name)) as [string, string];
    mkdirSync(kept);
    const output = new OutputFolder(out, kept);
    const files = { 'a.k8s.yaml': 'a: 1\n', 'in/b.k8s.yaml': 'b: 1\n' };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(output.staged, name, '..'), { recursive: true });
      writeFileSync(join(output.staged, name), text);
    }
    expect([...output.putInPlace()].sort()).toEqual(Object.keys(files));
    expect(() => readFileSync(join(output.staged, 'a.k8s.yaml'))).toThrow('ENOENT');
    expect([...output.copies()]).toHaveLength(2);
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(join(output.staged, name), 'utf8')).toBe(text);
      expect(readFileSync(join(out, name), 'utf8')).toBe(text);
    }
    // When the directory has been removed meanwhile, the next run writes all.
    rmSync(output.staged, { recursive: true });
    expect([...output.copies()]).toEqual([]);
    expect(readdirSync(kept)).toEqual([]);
  }));
