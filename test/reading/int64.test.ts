import { readManifests } from '../../src/reading';
import { validate } from '../../src/validation';

const pod = (seconds: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  terminationGracePeriodSeconds: ${seconds}\n  containers: [{name: a, image: "nginx:1.27.3"}]\n`;
const json = (seconds: string) =>
  `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"terminationGracePeriodSeconds":${seconds},"containers":[{"name":"a","image":"nginx:1.27.3"}]}}`;
const messagesOf = (text: string) =>
  validate(
    readManifests(text, 'a').map(({ object }) => object),
    { kubernetesVersion: '1.36' },
  ).map(({ message }) => message);

// What kubectl create --validate=strict of 1.36.3 said to each file.
describe.each([
  ['YAML', pod],
  ['JSON', json],
])('%s', (_, text) => {
  test.each(['9223372036854775807', '9007199254740993'])('%s is created', (seconds) => {
    expect(messagesOf(text(seconds))).toEqual([]);
  });

  test.each(['9223372036854775808', '18446744073709551615', '18446744073709551616'])('%s is refused', (seconds) => {
    expect(messagesOf(text(seconds))).toEqual([
      expect.stringMatching(
        /cannot unmarshal number \d+ into Go struct field PodSpec\.spec\.terminationGracePeriodSeconds of type int64/,
      ),
    ]);
  });

  test('-9223372036854775809 is refused, -9223372036854775808 is an int64', () => {
    expect(messagesOf(text('-9223372036854775809'))).toEqual([expect.stringContaining('of type int64')]);
    expect(messagesOf(text('-9223372036854775808')).filter((message) => message.includes('int64'))).toEqual([]);
  });
});
