import { liveObject } from '../../src/validation';

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: {
    securityContext: { appArmorProfile: { type: 'RuntimeDefault' } },
    containers: [
      { name: 'web', image: 'web:1' },
      {
        name: 'log',
        image: 'log:1',
        securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'log' } },
      },
    ],
  },
};
const ANNOTATIONS = {
  'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default',
  'container.apparmor.security.beta.kubernetes.io/log': 'localhost/log',
};

// As kube-apiserver 1.33.13 and 1.34.4 store this pod. No answer shows it.
test.each([
  ['1.33', ANNOTATIONS],
  ['1.34', undefined],
] as const)('a pod with AppArmor profiles is stored with these annotations in %s', (version, annotations) => {
  expect(liveObject(pod, version).metadata.annotations).toEqual(annotations);
});
