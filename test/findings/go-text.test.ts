import { goFloat, goJson, goNumber, goQuote } from '../../src/findings';

// Expected values are what strconv.Quote, json.Marshal and fmt.Sprint("%v") of Go 1.26 print.
test.each([
  ['vol-CM', '"vol-CM"'],
  ['a "b" \\', '"a \\"b\\" \\\\"'],
  ['tab\tline\nbell\u0007', '"tab\\tline\\nbell\\a"'],
  ['\u0000\u001b\u007f', '"\\x00\\x1b\\x7f"'],
  ['Grüße 👍', '"Grüße 👍"'],
  ['no\u00a0break\u200b', '"no\\u00a0break\\u200b"'],
  ['\u{e0001}', '"\\U000e0001"'],
  ['\ud800', '"�"'],
])('goQuote(%j)', (text, quoted) => {
  expect(goQuote(text)).toBe(quoted);
});

test('goJson escapes what could end a script element', () => {
  expect(goJson({ a: '<b> & "c"', list: [1, null, true] })).toBe(
    '{"a":"\\u003cb\\u003e \\u0026 \\"c\\"","list":[1,null,true]}',
  );
});

test.each([
  [0, '0'],
  [-1.5, '-1.5'],
  [1e21, '1e+21'],
  [0.00001, '1e-05'],
  [123456789, '123456789'],
  [1e19, '1e+19'],
  [-1e19, '-1e+19'],
  [123456.5, '123456.5'],
  [1234567.5, '1.2345675e+06'],
  [20999999.25, '2.099999925e+07'],
])('goNumber(%p)', (value, printed) => {
  expect(goNumber(value)).toBe(printed);
});

test.each([
  [0, '0'],
  [100000.25, '100000.25'],
  [3e9, '3e+09'],
  [0.0001234, '0.0001234'],
])('goFloat(%p)', (value, printed) => {
  expect(goFloat(value)).toBe(printed);
});
