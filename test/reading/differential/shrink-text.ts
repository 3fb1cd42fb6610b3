import { type Difference, differenceOf } from './compare';
import type { Judge } from './judge';

/** Takes away from a text what a difference does not need; all candidates of a round are judged at once. */
export function shrinkText(text: Uint8Array, difference: Difference, judge: Judge): Uint8Array {
  let smallest = text;
  for (let size = Math.ceil(text.length / 2); size >= 1; ) {
    const candidates = without(smallest, size);
    const answers = judge(candidates);
    const next = candidates.find((candidate, at) => {
      const answer = answers[at];
      return answer !== undefined && answer.unstable !== true && differenceOf(candidate, answer) === difference;
    });
    if (next !== undefined) {
      smallest = next;
      size = Math.min(size, Math.ceil(smallest.length / 2));
    } else if (size === 1) {
      break;
    } else {
      size = Math.ceil(size / 2);
    }
  }
  return smallest;
}

/** The text without each of its parts of that size. */
function without(text: Uint8Array, size: number): Uint8Array[] {
  const candidates: Uint8Array[] = [];
  for (let start = 0; start < text.length && candidates.length < 400; start += size) {
    candidates.push(Buffer.concat([text.subarray(0, start), text.subarray(start + size)]));
  }
  return candidates;
}
