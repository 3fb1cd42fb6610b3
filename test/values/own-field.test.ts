import { ownField, setOwnField } from '../../src/values';

test.each(['__proto__', 'constructor', 'toString'])('a field with the name %s is one of the object only', (field) => {
  const object = {};
  expect(ownField(object, field)).toBeUndefined();
  setOwnField(object, field, { size: 1 });
  expect(ownField(object, field)).toEqual({ size: 1 });
  expect(JSON.stringify(object)).toBe(`{"${field}":{"size":1}}`);
  expect(Object.keys(Object.prototype)).toEqual([]);
});
