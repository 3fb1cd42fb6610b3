import { fieldMessage, offendingValue, printedValue, renderMessage } from '../../src/findings';

// The words are those of errors.go of k8s.io/apimachinery v0.28.15, v0.31.0, v0.32.13 and v0.36.3.
test.each([
  [28, 'must have at most 63 bytes'],
  [31, 'must have at most 63 bytes'],
  [32, 'may not be more than 63 bytes'],
  [36, 'may not be more than 63 bytes'],
])('the words of 1.%d', (minor, bytes) => {
  expect(renderMessage('may not be more than {limit} bytes', { limit: 63 }, minor)).toBe(bytes);
});

test('parameters fill the message; lists are quoted, unknown placeholders stay', () => {
  expect(renderMessage('supported values: {supported}', { supported: ['a', 'b "c"'] }, 36)).toBe(
    'supported values: "a", "b \\"c\\""',
  );
  expect(renderMessage('{value} in {where}, {count} of {other}', { value: 'x', where: 'y', count: 3 }, 36)).toBe(
    '"x" in y, 3 of {other}',
  );
});

test('reason, value and detail are joined as ErrorBody does', () => {
  expect(fieldMessage('FieldValueInvalid', '"a_b"', 'no')).toBe('Invalid value: "a_b": no');
  expect(fieldMessage('FieldValueDuplicate', '"a"', '')).toBe('Duplicate value: "a"');
  expect(fieldMessage('FieldValueRequired', '"a"', '')).toBe('Required value');
  expect(fieldMessage('FieldValueTooMany', '17', 'must have at most 16 items')).toBe(
    'Too many: 17: must have at most 16 items',
  );
  expect(fieldMessage('UnknownField', undefined, 'unknown field "spec.x"')).toBe('unknown field "spec.x"');
});

test('structured values are Go syntax up to 1.33 and JSON from 1.34 on', () => {
  const value = { b: [1, 'x', null], a: true };
  expect(printedValue(value, 33)).toBe(
    'map[string]interface {}{"a":true, "b":[]interface {}{1, "x", interface {}(nil)}}',
  );
  expect(printedValue(value, 34)).toBe('{"a":true,"b":[1,"x",null]}');
  expect(printedValue(null, 33)).toBe('"null"');
  expect(printedValue(null, 34)).toBe('null');
});

test('the value of a finding has at most 40 characters', () => {
  expect(offendingValue('a'.repeat(40))).toBe('a'.repeat(40));
  expect(offendingValue('👍'.repeat(41))).toBe(`${'👍'.repeat(39)}…`);
  expect(offendingValue({ a: 1 })).toBe('{"a":1}');
  expect(offendingValue(7)).toBe(7);
  expect(offendingValue(undefined)).toBeUndefined();
});
