import { Random } from '../parity/random';
import { generateDocument } from './documents';
import { problemsOf } from './properties';

test('1,000 generated documents: no exception, no internal error, none hides another', () => {
  const random = new Random(7);
  for (let batch = 0; batch < 25; batch++) {
    expect(problemsOf(Array.from({ length: 40 }, () => generateDocument(random)))).toEqual([]);
  }
}, 240_000);
