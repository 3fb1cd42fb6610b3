/**
 * `npm run reading:parity -- --texts 20000 --seed 1`: has kubectl's reader and ours read the same mutated texts, and prints
 * where they differ, each difference shrunk to the smallest text that shows it. Needs Go, once. Exits with 1 when more than one
 * text in a thousand is read differently, or any value is.
 */
import { parseArgs } from 'node:util';
import { Random } from '../../parity/random';
import { type Difference, differenceOf, sameWords, wordsOf } from './compare';
import { type Answer, startJudge } from './judge';
import { encodeText, mutateText, patchwork } from './mutate-text';
import { seeds } from './seeds';
import { shrinkText } from './shrink-text';

const BATCH = 2000;

function main(): void {
  const { values } = parseArgs({
    options: {
      texts: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      show: { type: 'string', default: '20' },
    },
  });
  const judge = startJudge();
  const random = new Random(Number(values.seed));
  const texts = Number(values.texts);
  const originals = seeds();
  const found = new Map<Difference, Uint8Array[]>();
  const counts = { read: 0, refused: 0, unstable: 0, total: 0, worded: 0, otherWords: 0 };
  const reworded = new Map<string, Uint8Array>();
  while (counts.total < texts) {
    const batch = Array.from({ length: Math.min(BATCH, texts - counts.total) }, () => {
      const text = random.chance(0.2) ? patchwork(random) : mutateText(random.pick(originals), random);
      return encodeText(text, random);
    });
    const answers = judge(batch);
    for (const [at, text] of batch.entries()) {
      const answer = answers[at] as Answer;
      counts.total++;
      if (answer.unstable) {
        counts.unstable++;
        continue;
      }
      counts[answer.error === undefined ? 'read' : 'refused']++;
      const words = wordsOf(answer);
      if (words !== undefined) {
        counts.worded++;
        if (!sameWords(text, answer)) {
          counts.otherWords++;
          reworded.set(words.slice(0, 40), text);
        }
      }
      const difference = differenceOf(text, answer);
      if (difference !== undefined) {
        found.set(difference, [...(found.get(difference) ?? []), text]);
      }
    }
  }
  const differing = [...found.values()].reduce((sum, list) => sum + list.length, 0);
  print(`${counts.total} texts, seed ${values.seed}: kubectl reads ${counts.read} and refuses ${counts.refused}`);
  print(`${counts.unstable} left out, because kubectl reads them one way or the other`);
  print(`${differing} read differently (${((100 * differing) / counts.total).toFixed(3)} %)`);
  print(`${counts.otherWords} of ${counts.worded} refused YAML texts are refused in other words`);
  for (const [words, text] of reworded) {
    print(`  ${words}: ${JSON.stringify(Buffer.from(text).toString('latin1').slice(0, 150))}`);
  }
  for (const [difference, list] of found) {
    print(`\n${difference}: ${list.length}`);
    for (const text of list.slice(0, Number(values.show))) {
      const smallest = shrinkText(text, difference, judge);
      print(`  ${JSON.stringify(Buffer.from(smallest).toString('latin1'))}`);
      print(`    kubectl: ${JSON.stringify(judge([smallest])[0])}`);
    }
  }
  if (differing > counts.total / 1000 || found.has('other value')) {
    process.exitCode = 1;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main();
