import { NameIndex } from '../../../src/references/input/name-index';
import { slipOf } from '../../../src/references/rule/reference-rule';

/** The same numbers every time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS = ['shop', 'orders', 'db', 'prod', 'eu-west', 'config', 'a', 'tls', 'payments', 'x1', 'internal', '7'];

function name(next: (below: number) => number): string {
  const words = Array.from({ length: 1 + next(5) }, () => WORDS[next(WORDS.length)]!);
  return next(3) === 0 ? `${words.join('-')}-${next(40)}` : words.join('-');
}

/** A letter more, less or another, or two neighbors in the wrong order, a few times. */
function mistyped(text: string, next: (below: number) => number): string {
  let result = text;
  for (let edits = 1 + next(3); edits > 0; edits--) {
    const at = next(result.length);
    const [before, letter = '', after] = [result.slice(0, at), result[at], result.slice(at + 1)];
    const other = 'abcdeorst-19'[next(12)]!;
    const swapped = `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`;
    result = [`${before}${after}`, `${before}${other}${letter}${after}`, `${before}${other}${after}`, swapped][
      next(4)
    ]!;
  }
  return result;
}

test('finds in an index what comparing with every name finds', () => {
  const next = random(7);
  let slips = 0;
  const wrong: unknown[] = [];
  for (let round = 0; round < 12; round++) {
    const names = Array.from({ length: 20 + next(400) }, () => name(next));
    const index = new NameIndex(names);
    for (let word = 0; word < 60; word++) {
      const written = next(4) === 0 ? name(next) : mistyped(names[next(names.length)]!, next);
      const slip = slipOf(written, names);
      if (slip !== undefined) slips++;
      const ofIndex = slipOf(written, index);
      if (ofIndex !== slip) wrong.push([written, ofIndex, slip]);
      const alike = names.filter((one) => one.startsWith(written) || written.startsWith(one));
      if (index.alike(written).join() !== alike.join()) wrong.push([written, index.alike(written), alike]);
    }
  }
  expect(wrong).toEqual([]);
  expect(slips).toBeGreaterThan(150);
});

test('compares a name with few of many', () => {
  const next = random(3);
  const letters = () => Array.from({ length: 10 }, () => 'abcdefghijklmnopqrstuvwxyz'[next(26)]).join('');
  const others = Array.from({ length: 5000 }, (_, index) => `lack-${letters()}-${index}`);
  const family = Array.from({ length: 5000 }, (_, index) => `tenant-${index}-config`);
  const index = new NameIndex([...others, ...family]);
  const compared = Array.from({ length: 100 }, () => index.near(`lack-${letters()}-7`, 2).length);
  expect(Math.max(...compared)).toBeLessThan(500);
  // Of names that differ in digits, one may be meant.
  expect(index.near('tenant-7-confg', 1)).toEqual(['tenant-7-config']);
});
