import { sameJson } from '../../../src/upgrade';

test.each([
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1, b: { c: [1, { d: null }] } }, { b: { c: [1, { d: null }] }, a: 1 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: 1 }, { a: 1, b: 1 }, false],
  [{ a: 1, b: 1 }, { a: 1 }, false],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [[{ a: 1 }], [{ a: 1 }, { a: 1 }], false],
  [{}, [], false],
  [{}, null, false],
])('%j and %j have the same value: %p', (left, right, expected) => {
  expect(sameJson(left, right)).toBe(expected);
});
