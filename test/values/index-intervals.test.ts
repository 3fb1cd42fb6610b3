import { countIndexes } from '../../src/values/index-intervals';

test.each([
  ['', 0],
  ['0', 1],
  ['0,2-4', 4],
  ['0-9', 10],
])('%p names %d indexes', (text, count) => {
  expect(countIndexes(text, 10)).toBe(count);
});

test.each([
  ['10', 'too large index: "10"'],
  ['0-10', 'too large index: "10"'],
  ['1,1', 'non-increasing order, previous: 1, current: 1'],
  ['3-2', 'non-increasing order, previous: 3, current: 2'],
  ['2-2', 'non-increasing order, previous: 2, current: 2'],
  ['a', 'cannot convert string to integer for index: "a"'],
  ['1,', 'cannot convert string to integer for index: ""'],
  [
    '1-2-3',
    'the fragment "1-2-3" violates the requirement that an index interval can have at most two parts separated by \'-\'',
  ],
])('%p is wrong', (text, problem) => {
  expect(countIndexes(text, 10)).toBe(problem);
});
