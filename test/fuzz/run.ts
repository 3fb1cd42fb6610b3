/**
 * Fuzzes the path of `cdk8s-patterns validate`: read, check, report. `npm run fuzz -- --documents 1000000 --seed 7`. Prints
 * each problem with the seed of its batch, and exits with 1 when there is one.
 */
import { parseArgs } from 'node:util';
import { Random } from '../parity/random';
import { generateDocument } from './documents';
import { problemsOf } from './properties';

const BATCH = 40;

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const [documents, firstSeed] = [Number(values.documents), Number(values.seed)];
const started = Date.now();
let problems = 0;
for (let batch = 0; batch * BATCH < documents; batch++) {
  const seed = firstSeed * 1_000_003 + batch;
  const random = new Random(seed);
  const texts = Array.from({ length: BATCH }, () => generateDocument(random));
  for (const problem of problemsOf(texts)) {
    const text = texts[Number(/^document (\d+)/.exec(problem)?.[1] ?? -1)] ?? '';
    process.stdout.write(`seed ${seed}: ${problem}\n${text}\n`);
    problems++;
  }
  if (batch % 250 === 249) {
    const done = (batch + 1) * BATCH;
    process.stderr.write(
      `${done} documents, ${Math.round(done / ((Date.now() - started) / 1000))}/s, ${problems} problems\n`,
    );
  }
}
process.stdout.write(`${documents} documents, seed ${firstSeed}: ${problems} problems\n`);
process.exitCode = problems > 0 ? 1 : 0;
