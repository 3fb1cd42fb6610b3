import { plainCopy } from '../../src/values';

test('copies all that JSON has, and shares nothing with the original', () => {
  const value = JSON.parse('{"a":[1,{"b":null}],"__proto__":{"c":true},"d":"e"}');
  const copy = plainCopy(value);
  expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
  copy.a[1].b = 2;
  expect(value.a[1].b).toBeNull();
});
