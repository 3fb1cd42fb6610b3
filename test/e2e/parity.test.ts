import { prove } from '../parity/prove';
import { summary } from '../parity/report';
import { PROVEN_VERSIONS } from './server/versions';
import { describeWithServer } from './with-server';

/** A short walk over the proving ground; `npm run parity` takes the long one. */
for (const version of PROVEN_VERSIONS) {
  describeWithServer(version, (server) => {
    test.each([
      { title: 'built-in kinds', mutants: 10_000, custom: false, agreement: 0.999 },
      { title: 'custom resources', mutants: 2_000, custom: true, agreement: 0.99 },
    ])(
      'our verdicts are the server’s: $title',
      async ({ mutants, custom, agreement }) => {
        const seed = 20_240_101;
        const proven = await prove(server(), { mutants, seed, custom, shrink: 10 });
        const { outcomes, total } = proven.tally;
        const differ = outcomes['false accept'] + outcomes['false refusal'];
        const examples = [...proven.smallest].map(([key, object]) => `${key}\n  ${JSON.stringify(object)}`);
        const told = [summary(proven.tally, { release: server().release, seed, seconds: 0, ...proven }), ...examples];
        if (differ > 0) process.stderr.write(`${told.join('\n')}\n`);
        expect(proven.basesRefused).toEqual([]);
        expect(proven.basesNotTaken).toEqual([]);
        expect(1 - differ / total).toBeGreaterThanOrEqual(agreement);
        expect(1 - outcomes['other complaints'] / total).toBeGreaterThanOrEqual(0.99);
      },
      600_000,
    );
  });
}
