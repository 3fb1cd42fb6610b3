import { valueProblems } from '../../../src/validation/schema-values';

/** What kube-apiserver 1.28.15, 1.35.4 and 1.36.3 answer about a value of a field `i`, without "Invalid value". */
test.each<[string, object, number, string[], string[]]>([
  [
    'a limit beyond 64 bits',
    { type: 'integer', maximum: 1e19, minimum: -1e19 },
    5,
    ['i in body should be less than or equal to -9223372036854775808'],
    [
      'Minimum boundary value must be of type integer (default format) in i',
      'Maximum boundary value must be of type integer (default format) in i',
    ],
  ],
  [
    'a limit with a fraction',
    { type: 'integer', maximum: 10.5 },
    11,
    ['i in body should be less than or equal to 10'],
    [
      'Maximum boundary value must be of type integer (default format) in i',
      'i in body should be less than or equal to 10.5',
    ],
  ],
  [
    'a limit beyond the format',
    { type: 'integer', format: 'int32', maximum: 3000000000 },
    4000000000,
    ['i in body should be less than or equal to 3000000000'],
    [
      'Checked value must be of type integer with format int32 in i',
      'Maximum boundary value must be of type integer with format int32 in i',
      'i in body should be less than or equal to 3e+09',
    ],
  ],
  [
    'a factor beyond 64 bits',
    { type: 'integer', multipleOf: 1e19 },
    5,
    ['factor MultipleOf declared for i must be positive: -9223372036854775808'],
    ['MultipleOf value must be of type integer (default format) in i', 'i in body should be a multiple of 1e+19'],
  ],
  [
    'a factor with a fraction',
    { type: 'integer', multipleOf: 1.5 },
    5,
    [],
    ['MultipleOf value must be of type integer (default format) in i', 'i in body should be a multiple of 1.5'],
  ],
  [
    'a number beyond 64 bits',
    { type: 'number', maximum: 1e19 },
    2e19,
    ['i in body should be less than or equal to 1e+19'],
    ['i in body should be less than or equal to 1e+19'],
  ],
])('%s', (_, schema, value, before, from36) => {
  const messages = (minor: number) =>
    valueProblems({ type: 'object', properties: { i: schema } }, { i: value }, minor).map(({ message }) => message);
  expect([messages(28), messages(35), messages(36)]).toEqual([before, before, from36]);
});
