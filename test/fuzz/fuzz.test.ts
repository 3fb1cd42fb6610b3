import { Random } from '../parity/random';
import { generateInput } from './inputs';
import { failuresOf } from './properties';

test('1,000 generated documents: no exception, no internal error, none hides another', () => {
  for (let seed = 1; seed <= 16; seed++) {
    const files = generateInput(new Random(seed), 50);
    expect(
      failuresOf(files, {
        kubernetesVersion: ['1.28', '1.36'],
        reports: true,
        causes: seed % 4 === 0,
        disk: seed % 4 === 0,
      }),
    ).toEqual([]);
  }
}, 240_000);
