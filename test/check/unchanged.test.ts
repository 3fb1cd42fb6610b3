import fc from 'fast-check';
import { forgetting, rememberUnchanged, Unchanged } from '../../src/check';

const remember = (found: Unchanged<number>, value: unknown): number => {
  let isFound = 0;
  found.get('key', value, () => {
    isFound = 1;
    return 1;
  });
  return isFound;
};

test('a value is looked at once in each run before anything is remembered', () => {
  const found = new Unchanged<number>();
  expect([1, 2].map(() => remember(found, { a: 1 }))).toEqual([1, 1]);
});

test('a value is looked at again when it has changed, and when a run did not have it', () => {
  const found = new Unchanged<number>();
  const runs: readonly (readonly [unknown, number])[] = [
    [{ a: { b: [1, 'x', null] } }, 1],
    [{ a: { b: [1, 'x', null] } }, 0],
    [{ a: { b: [1, 'x', undefined] } }, 1],
    [{ a: { b: [1, 'x', null] } }, 1],
    [{ a: { b: [1, 'x', null] } }, 0],
    [{ a: { b: [1, 'x', null, null] } }, 1],
    [{ a: { b: { 0: 1, 1: 'x', 2: null, 3: null } } }, 1],
    [{ a: { b: ['1', 'x'] } }, 1],
    [{ a: 0 }, 1],
    [{ a: -0 }, 1],
    [{ a: Number.NaN }, 1],
    [{ a: Number.NaN }, 0],
    [{ a: undefined }, 1],
    [{}, 1],
    // In another order.
    [{ a: 1, b: 2 }, 1],
    [{ b: 2, a: 1 }, 1],
    [{ b: 2, a: 1 }, 0],
    [Object.assign(Object.create({ c: 3 }), { b: 2, a: 1 }), 1],
    [{ b: 2, a: 1 }, 1],
  ];
  for (const [index, [value, expected]] of runs.entries()) {
    rememberUnchanged();
    expect({ index, found: remember(found, value) }).toEqual({ index, found: expected });
    expect(remember(found, value)).toBe(expected === 1 && !isPlain(value) ? 1 : 0);
  }
  rememberUnchanged();
  rememberUnchanged();
  expect(remember(found, { b: 2, a: 1 })).toBe(1);
});

function isPlain(value: any): boolean {
  return Object.getPrototypeOf(value) === Object.prototype && !value.a?.b?.includes?.(undefined);
}

test('what changes a value after it was looked at does not change what is known', () => {
  const found = new Unchanged<number>();
  rememberUnchanged();
  const value = { list: [{ a: 1 }] };
  expect(remember(found, value)).toBe(1);
  value.list[0]!.a = 2;
  expect(remember(found, value)).toBe(1);
  expect(remember(found, { list: [{ a: 1 }] })).toBe(1);
});

test('values that are not plain are looked at by every run', () => {
  const found = new Unchanged<number>();
  const cyclic: any = {};
  cyclic.self = cyclic;
  const others = [new Date(0), new Map(), () => 1, Symbol('a'), cyclic, [1, undefined], new Array(3)];
  for (const value of others.flatMap((one) => [{ a: one }, { a: one }])) {
    rememberUnchanged();
    expect(remember(found, value)).toBe(1);
  }
});

test('results are those of the value itself, for any values in any order', () => {
  const values = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(values, { minLength: 2, maxLength: 8 }), (runs) => {
      const found = new Unchanged<string>();
      for (const run of runs) {
        rememberUnchanged();
        for (const value of run) {
          const copy = JSON.parse(JSON.stringify(value));
          expect(found.get('key', copy, () => JSON.stringify(value))).toBe(JSON.stringify(value));
        }
      }
    }),
  );
});

test('what is checked beside the runs is not known, and leaves what is known as it is', () => {
  const found = new Unchanged<number>();
  rememberUnchanged();
  expect(remember(found, { a: 1 })).toBe(1);
  forgetting(() => expect([1, 2].map((a) => remember(found, { a }))).toEqual([1, 1]));
  expect(() => forgetting(() => fail())).toThrow('failed');
  expect(remember(found, { a: 1 })).toBe(0);
});

function fail(): never {
  throw new Error('failed');
}
