import { defaultValueProblems, valueProblems } from '../../../src/validation/schema-values/value';

const integer = { type: 'integer' };

/** Reasons and paths as kube-apiserver 1.36.3 tells them of defaults. */
test.each([
  [integer, 0.5, ['FieldValueTypeInvalid ', 'FieldValueInvalid undefined']],
  [integer, 1e30, ['FieldValueTypeInvalid ', 'FieldValueInvalid undefined']],
  [{ ...integer, maximum: 10.5 }, 5, ['FieldValueInvalid undefined']],
  [{ ...integer, multipleOf: -2 }, 2, ['FieldValueInvalid ']],
  [{ ...integer, minimum: 0.5 }, 0, ['FieldValueInvalid undefined', 'FieldValueInvalid ']],
  [{ type: 'number', minimum: 0.5 }, 0, []],
  [{ type: 'number', multipleOf: 0.5 }, 3, ['FieldValueInvalid ']],
  [{ type: 'number', minimum: 0.5 }, 0.2, ['FieldValueInvalid ']],
  [
    { type: 'array', items: { ...integer, enum: [1] } },
    ['a'],
    ['FieldValueTypeInvalid [0]', 'FieldValueNotSupported [0]'],
  ],
  [
    { type: 'array', items: { ...integer, enum: [1] } },
    [1.5],
    ['FieldValueTypeInvalid [0]', 'FieldValueInvalid undefined'],
  ],
  [{ type: 'object', required: ['a'], properties: { a: integer } }, {}, ['FieldValueRequired .a']],
  [{ type: 'string', maxLength: 2 }, 'abc', ['FieldValueTooLong ']],
  [{ type: 'string', nullable: true }, null, []],
])('%j does not take %j', (schema, value, expected) => {
  expect(valueProblems(schema, value, 36).map(({ reason, path }) => `${reason} ${path}`)).toEqual(expected);
});

test('older servers do not ask whether the limits of integers are integers', () => {
  expect(valueProblems({ ...integer, maximum: 10.5 }, 5, 28)).toEqual([]);
});

test('the default of an integer or string can be anything', () => {
  const schema = { 'x-kubernetes-int-or-string': true };
  expect(defaultValueProblems(schema, {}, 36)).toEqual([]);
  expect(valueProblems(schema, {}, 36)).toHaveLength(1);
});
