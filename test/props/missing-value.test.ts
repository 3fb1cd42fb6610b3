import { missingValueIn } from '../../src/props/missing-value';

/** What `${value}` gives for undefined, NaN, null and objects, in strings that programs put together. */
test.each([
  ['image', 'shop:undefined', 'undefined'],
  ['image', 'undefined/shop:1.0', 'undefined'],
  ['image', 'shop:null', 'null'],
  ['env.URL', 'http://undefined:8080/', 'undefined'],
  ['env.HOST', 'undefined', 'undefined'],
  ['env.DB', '[object Object]', '[object Object]'],
  ['env.DB', 'host is [object Object]', '[object Object]'],
  ['args[0]', '--version=undefined', 'undefined'],
  ['ingress.host', 'shop-NaN.example.com', 'NaN'],
  ['labels.team', 'null', 'null'],
  ['namespace', 'undefined', 'undefined'],
  ['mounts[0].path', '/data/undefined', 'undefined'],
])('%s: %s', (path, text, missing) => {
  expect(missingValueIn(text, path)).toBe(missing);
});

test.each([
  ['env.FEATURES', 'null'],
  ['env.LOG', '/dev/null'],
  ['env.MODE', 'StrictUndefined'],
  ['env.TEXT', 'the value is undefined'],
  ['args[0]', '--fail-on-undefined'],
  ['command[2]', 'if (x === undefined) { exit }'],
  ['image', 'nginx:1.27.3'],
  ['name', 'nan-proxy'],
  ['env.A', 'NaNo'],
])('%s: %s is meant', (path, text) => {
  expect(missingValueIn(text, path)).toBeUndefined();
});
