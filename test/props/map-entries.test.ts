import { Env } from '../../src';
import { issuesOf, made, web } from './unseen/ask';

/** Issues of keys and of values of one map are found by different checks; neither hides the other. */
test.each<[string, object, readonly RegExp[]]>([
  [
    'env: a value of another type, and a name',
    { env: { A: {}, 'bad name': 'x' } },
    [/^env\.A: expected/, /^env: "bad name"/],
  ],
  ['env: a missing value, and a name', { env: { A: 'undefined', 'B C': 'x' } }, [/^env\.A: contains/, /^env: "B C"/]],
  [
    'env: null, and the key of a Secret',
    { env: { A: null, B: Env.secret('a', 'b!') } },
    [/^env\.A: /, /^env\.B\.key: /],
  ],
  [
    'podLabels: a number, and a key',
    { podLabels: { a: 3, 'b c': 'x' } },
    [/^podLabels\.a: expected/, /^podLabels.*"b c"/],
  ],
  [
    'nodeSelector: a number, and a key',
    { nodeSelector: { a: 3, 'b c': 'x' } },
    [/^nodeSelector\.a: /, /^nodeSelector.*"b c"/],
  ],
  [
    'hostAliases: a string, and an address',
    { hostAliases: { '10.0.0.1': 'a', x: ['b'] } },
    [/^hostAliases\."10.0.0.1": /, /^hostAliases: "x"/],
  ],
])('%s', (_, props, expected) => {
  const found = issuesOf(made('WebApp', { ...web, ...props }));
  expect(expected.filter((issue) => !found.some((line) => issue.test(line)))).toEqual([]);
  expect(found).toHaveLength(expected.length);
});
