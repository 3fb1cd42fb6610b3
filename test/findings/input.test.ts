import { checkManifests } from '../../src/check';
import { readManifests } from '../../src/reading';
import { validate } from '../../src/validation';

const SECRET = `apiVersion: v1
kind: Secret
metadata:
  name: login
type: kubernetes.io/dockerconfigjson
data:
  of data!: eA==
  in both!: eA==
stringData:
  of text!: x
  in both!: x
  .dockerconfigjson: user
`;

/** Lines of findings about fields of the Secret, by path. */
const LINES = [
  ['data[.dockerconfigjson]', 12],
  ['data[in both!]', 8],
  ['data[of data!]', 7],
  ['data[of text!]', 10],
];

test('keys of stringData, which the server reports as keys of data, have their own position', () => {
  const inputs = readManifests(SECRET, 'secret.yaml').map(({ object, locate }) => ({ object, locate }));
  const lines = (findings: readonly { readonly path: string; readonly line?: number }[]) =>
    findings
      .filter(({ path }) => path.startsWith('data['))
      .map(({ path, line }) => [path, line])
      .toSorted();
  expect(lines(validate(inputs, { kubernetesVersion: '1.36' }))).toEqual(LINES);
  expect(lines(checkManifests(inputs, { kubernetesVersion: '1.36' }))).toEqual(LINES);
});
