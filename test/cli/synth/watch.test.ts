import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { cdk8sPatterns, inEmptyFolder } from '../command-line';
import { chart, FILES, filesIn, STATES, Watched } from './watched';

test(
  'what --watch has written is what a new process writes, after any edits',
  () =>
    inEmptyFolder(async (folder) => {
      const watched = Watched.in(folder);
      try {
        await watched.untilAfter(0);
        const edits = fc.array(fc.tuple(fc.constantFrom(...FILES), fc.nat(9)), { minLength: 1, maxLength: 3 });
        for (const [index, edit] of fc.sample(edits, { numRuns: 12, seed: 7 }).entries()) {
          const before = watched.rounds;
          for (const [file, state] of edit) {
            writeFileSync(join(folder, file), STATES[file][state % STATES[file].length]!);
          }
          // Of its own text every time, so that something has changed for certain.
          writeFileSync(join(folder, 'charts', 'note.txt'), `${index}\n`);
          const elsewhere = mkdtempSync(join(tmpdir(), 'cdk8s-patterns-cold-'));
          const cold = await cdk8sPatterns(['synth', '--output', elsewhere], { cwd: folder });
          await watched.untilAfter(before);
          // What a failed synthesis leaves is what an earlier one wrote, perhaps of files that were half saved.
          const isSame = () =>
            cold.exitCode === 0
              ? JSON.stringify(filesIn(join(folder, 'dist'))) === JSON.stringify(filesIn(elsewhere))
              : watched.output().trimEnd().split('\n').at(-1)!.startsWith('failed');
          const limit = Date.now() + 60_000;
          while (!isSame() && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 50));
          const shown = watched.output();
          expect({ edit, cold, shown, isSame: isSame() }).toEqual({ edit, cold, shown, isSame: true });
          rmSync(elsewhere, { recursive: true, force: true });
        }
      } finally {
        await watched.close();
      }
    }),
  400_000,
);

test(
  'the app runs in the same process as long as it leaves nothing behind',
  () =>
    inEmptyFolder(async (folder) => {
      const one = (name: string, more = '') =>
        `console.log('process ' + process.pid);\n${more}${chart('one', `'${name}'`)}`;
      const watched = Watched.in(folder, { 'charts/one.ts': one('zero') });
      const processOf = (shown: string) => /process (\d+)/.exec(shown)?.[1];
      try {
        await watched.untilAfter(0);
        const first = processOf(watched.output());
        expect(first).toBeDefined();
        expect(processOf(await watched.save('charts/one.ts', one('a')))).toBe(first);
        expect(processOf(await watched.save('charts/one.ts', one('b')))).toBe(first);
        expect(processOf(await watched.save('charts/notes.txt', 'no module'))).toBe(first);
        // A module that was not there: others may be found in its place.
        const second = processOf(await watched.save('charts/two.js', 'module.exports = {};\n'));
        expect(second).not.toBe(first);
        // Lines are those of the file as it is now.
        const failing = `${'interface Unused {}\n'.repeat(7)}throw new Error('not today');\n`;
        expect(await watched.save('charts/one.ts', failing)).toMatch(/one\.ts:8:7\)/);
        const third = processOf(await watched.save('charts/one.ts', one('c', '(globalThis as any).left = 1;\n')));
        expect(processOf(await watched.save('charts/one.ts', one('d')))).not.toBe(third);
      } finally {
        await watched.close();
      }
    }),
  200_000,
);

test(
  'what is staged beside the output is not for git, and gone in the end',
  () =>
    inEmptyFolder(async (folder) => {
      const watched = Watched.in(folder);
      const staged = () => readdirSync(folder).filter((name) => name.startsWith('.dist-'));
      try {
        await watched.untilAfter(0);
        await watched.save('charts/one.ts', chart('one', "'again'"));
        expect(staged()).toHaveLength(1);
        expect(readFileSync(join(folder, staged()[0]!, '.gitignore'), 'utf8')).toBe('*\n');
        // A run after somebody has cleaned the directory.
        rmSync(join(folder, staged()[0]!), { recursive: true });
        expect(await watched.save('charts/one.ts', chart('one', "'more'"))).toContain('written in');
      } finally {
        await watched.close();
      }
      expect(staged()).toEqual([]);
    }),
  200_000,
);

test(
  'a file that every run writes does not start runs without end',
  () =>
    inEmptyFolder(async (folder) => {
      const watched = Watched.in(folder);
      const writing = "require('node:fs').appendFileSync('report.txt', 'run\\n');\n";
      try {
        await watched.untilAfter(0);
        await watched.save('charts/one.ts', writing + chart('one', "'a'"));
        const limit = Date.now() + 60_000;
        const isSeen = () => watched.output().includes('report.txt is written by every run');
        while (!isSeen() && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 50));
        expect(watched.output()).toContain('report.txt is written by every run: it is not watched any longer\n');
        await watched.untilAfter(watched.rounds - 1);
        await new Promise((resolve) => setTimeout(resolve, 1500));
        const { rounds } = watched;
        await new Promise((resolve) => setTimeout(resolve, 1500));
        expect(watched.rounds).toBe(rounds);
        // All other files still are.
        await watched.save('charts/two.ts', chart('two', "'b'"));
      } finally {
        await watched.close();
      }
    }),
  200_000,
);
