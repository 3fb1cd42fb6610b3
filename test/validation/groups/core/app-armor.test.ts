import { validate } from '../../../../src/validation';

const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });
const RUNTIME_DEFAULT = { appArmorProfile: { type: 'RuntimeDefault' } };
const LOCALHOST = { appArmorProfile: { type: 'Localhost', localhostProfile: 'web' } };

// Answers of kube-apiserver 1.33.13 and 1.36.3. Up to 1.33 the server copies profiles into annotations with the container's name.
test.each<[string, object, string[], string[]]>([
  [
    'a container without a name',
    { containers: [{ image: 'web:1', securityContext: RUNTIME_DEFAULT }] },
    ['metadata.annotations', 'metadata.annotations', 'spec.containers[0].name'],
    ['spec.containers[0].name'],
  ],
  [
    'the profile of the pod, and an init container with a bad name',
    {
      securityContext: LOCALHOST,
      initContainers: [{ image: 'web:1', name: 'A b' }],
      containers: [{ image: 'web:1', name: 'web' }],
    },
    ['metadata.annotations', 'spec.initContainers[0].name'],
    ['spec.initContainers[0].name'],
  ],
  [
    'a profile of an unknown type',
    {
      securityContext: { appArmorProfile: { type: 'Foo', localhostProfile: 'x' } },
      containers: [{ image: 'web:1', name: '' }],
    },
    ['spec.containers[0].name', 'spec.securityContext.appArmorProfile.type'],
    ['spec.containers[0].name', 'spec.securityContext.appArmorProfile.type'],
  ],
  ['a good pod', { securityContext: LOCALHOST, containers: [{ image: 'web:1', name: 'web' }] }, [], []],
])('AppArmor profiles in annotations: %s', (_, spec, until33, since34) => {
  const paths = (kubernetesVersion: '1.33' | '1.36') =>
    validate([pod(spec)], { kubernetesVersion }).map(({ path }) => path);
  expect(paths('1.33')).toEqual(until33);
  expect(paths('1.36')).toEqual(since34);
});

test('nothing is copied from a template', () => {
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ image: 'web:1', securityContext: RUNTIME_DEFAULT }] },
  };
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: { app: 'web' } }, template },
  };
  expect(validate([deployment], { kubernetesVersion: '1.33' }).map(({ path }) => path)).toEqual([
    'spec.template.spec.containers[0].name',
  ]);
});
