import { literalPattern } from '../../src/values';

test.each(['a.b', 'a+b', '(a', '[a', 'a\\', '^a$', 'a|b', 'a{2}', 'a*?'])('%s stands for itself', (text) => {
  const pattern = new RegExp(`^${literalPattern(text)}$`);
  expect(pattern.test(text)).toBe(true);
  expect(pattern.test(text.replace(/\W/, 'x'))).toBe(false);
});
