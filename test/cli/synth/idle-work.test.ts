import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { IdleWork } from '../../../src/cli/synth/idle-work';
import { warmUp } from '../../../src/cli/synth/warm-up';

function* counting(done: number[], step = 0): Generator<void> {
  for (let number = 0; number < 40; number++) {
    const until = performance.now() + step;
    while (performance.now() < until);
    done.push(number);
    yield;
  }
}

async function until(isSo: () => boolean): Promise<void> {
  const limit = Date.now() + 10_000;
  while (!isSo() && Date.now() < limit) await wait(1);
  expect(isSo()).toBe(true);
}

test('steps are done in between of other work, and no longer when they are stopped', async () => {
  const work = new IdleWork();
  const done: number[] = [];
  const steps = counting(done, 2);
  work.start(steps);
  expect(done).toEqual([]);
  await until(() => done.length > 0);
  expect(done.length).toBeLessThan(40);
  work.stop();
  const before = done.length;
  await wait(50);
  expect(done).toHaveLength(before);
  // What is left is done later.
  work.start(steps);
  await until(() => done.length === 40);
  expect(done).toEqual([...done.keys()]);
});

test('the apps that warm a process up have no findings, which would be printed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warm-up-'));
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const library = join(folder, 'cdk8s-patterns', 'lib');
    mkdirSync(library, { recursive: true });
    const source = JSON.stringify(join(__dirname, '..', '..', '..', 'src', 'index.ts'));
    writeFileSync(join(library, 'index.js'), `module.exports = require(${source});\n`);
    let apps = 0;
    for (const _ of warmUp([require.resolve('cdk8s'), join(library, 'index.js')])) apps++;
    expect(apps).toBeGreaterThan(10);
    expect(write.mock.calls).toEqual([]);
  } finally {
    write.mockRestore();
    rmSync(folder, { recursive: true });
  }
});
