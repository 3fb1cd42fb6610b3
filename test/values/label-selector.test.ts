import { isEmptySelector, labelSelectorProblems, selectorMatches } from '../../src/values/label-selector';

test('a good selector has no problems', () => {
  expect(
    labelSelectorProblems({
      matchLabels: { 'example.com/app': 'web', tier: '' },
      matchExpressions: [
        { key: 'a', operator: 'In', values: ['x', ''] },
        { key: 'b', operator: 'DoesNotExist' },
      ],
    }),
  ).toEqual([]);
  expect(labelSelectorProblems(undefined)).toEqual([]);
});

test('every fault is named at its place', () => {
  const problems = labelSelectorProblems({
    matchLabels: { 'a b': 'ok', app: '-' },
    matchExpressions: [
      { key: 'a', operator: 'In' },
      { key: 'b', operator: 'Exists', values: ['x'] },
      { key: 'c', operator: 'in', values: ['x', 'y z'] },
      { operator: 'Exists' },
    ],
  });
  // An empty key breaks two requirements of a qualified name: not empty, and the pattern.
  expect(problems.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
    'matchLabels FieldValueInvalid',
    'matchLabels FieldValueInvalid',
    'matchExpressions[0].values FieldValueRequired',
    'matchExpressions[1].values FieldValueForbidden',
    'matchExpressions[2].operator FieldValueInvalid',
    'matchExpressions[2].values[1] FieldValueInvalid',
    'matchExpressions[3].key FieldValueInvalid',
    'matchExpressions[3].key FieldValueInvalid',
  ]);
});

test.each([
  [{}, {}, true],
  [{ matchLabels: { app: 'web' } }, { app: 'web', tier: 'x' }, true],
  [{ matchLabels: { app: 'web' } }, { app: 'api' }, false],
  [{ matchLabels: { app: '' } }, {}, false],
  [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] }, { app: 'api' }, true],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, {}, true],
  [{ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, { app: 'web' }, false],
  [{ matchExpressions: [{ key: 'app', operator: 'Exists' }] }, {}, false],
  [{ matchExpressions: [{ key: 'constructor', operator: 'Exists' }] }, {}, false],
  [{ matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] }, { tier: 'x' }, true],
])('%j on %j is %p', (selector, labels, matches) => {
  expect(selectorMatches(selector, labels)).toBe(matches);
});

test('an empty selector names nothing', () => {
  expect(isEmptySelector({ matchLabels: {}, matchExpressions: [] })).toBe(true);
  expect(isEmptySelector({ matchLabels: { app: 'web' } })).toBe(false);
});
