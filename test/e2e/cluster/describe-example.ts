import { basename } from 'node:path';
import { EXPECTATIONS } from './expectations';
import { LISTS_MISSING_IMAGES, note } from './report';
import { RunningExample } from './running-example';

/** A test of what an example is about. It is skipped when the cluster cannot run the example, which is noted. */
export type Check = (title: string, run: (example: RunningExample) => void | Promise<void>) => void;

const MINUTES = 60_000;

/** Images of nobody, which stand for those of the user. */
const PLACEHOLDER = /^(registry\.example\.com|ghcr\.io\/acme)\//;

/**
 * Declares the tests of an example: it is applied, everything becomes Ready or Complete without a restart, and then what
 * it is about.
 */
export function describeExample(name: string, behavior: (check: Check) => void = () => {}): void {
  const { testedIn = 'examples' } = EXPECTATIONS[name] ?? {};
  const file = basename(expect.getState().testPath!, '.test.ts');
  if (testedIn !== file) throw new Error(`expectations.ts: ${name} is tested in ${file}, not in ${testedIn}`);
  describe(name, () => {
    const example = new RunningExample(name);
    let obstacle: string | undefined;

    beforeAll(async () => {
      obstacle = example.obstacle();
      if (obstacle !== undefined) return note(name, `not applied: ${obstacle}`);
      for (const [pod, reason] of Object.entries(example.expectation.notReady ?? {})) note(name, `${pod}: ${reason}`);
      await example.start();
    }, 5 * MINUTES);

    afterAll(() => {
      if (obstacle === undefined) example.remove();
    }, 5 * MINUTES);

    test(
      'is Ready or Complete, without a restart',
      async () => {
        if (obstacle !== undefined) return;
        await example.settle();
        expect(LISTS_MISSING_IMAGES ? [] : example.missing.filter((image) => !PLACEHOLDER.test(image))).toEqual([]);
        expect(example.unexpectedRestarts()).toEqual([]);
      },
      10 * MINUTES,
    );

    behavior((title, run) => {
      test(
        title,
        async () => {
          if (obstacle !== undefined || example.missing.length > 0) return note(name, `not tested: ${title}`);
          await run(example);
        },
        10 * MINUTES,
      );
    });
  });
}
