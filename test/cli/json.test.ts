import { parseJsonObject } from '../../src/cli/import/json';

const TEXT = '{"a": [1, -2.5e3, true, false, null], "b": {"c": "d\\u0041\\n"}, "e": {}}';

test('every cut of a JSON object is called truncated', () => {
  for (let length = 1; length < TEXT.length; length++) {
    expect(() => parseJsonObject(TEXT.slice(0, length), 'x.json')).toThrow(
      'x.json is truncated JSON: download it again',
    );
  }
  expect(parseJsonObject(TEXT, 'x.json')).toEqual(JSON.parse(TEXT));
});

test.each(['{"a": 1,, "b": 2, "c": [1, 2, 3]}', '{a: 1, b: {c: 2}}', 'kind: Pod', '42,'])('%s is not JSON', (text) => {
  expect(() => parseJsonObject(text, 'x.json')).toThrow('x.json is not JSON');
});

test.each(['[1]', '42', 'null', '"a"'])('%s is not an object', (text) => {
  expect(() => parseJsonObject(text, 'x.json')).toThrow('x.json is not an OpenAPI document: it is not a JSON object');
});
