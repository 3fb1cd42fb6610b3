import { readManifests } from '../src/reading';
import { bundledCustomResources } from '../src/schema';
import { validate } from '../src/validation';

/** Typical mistakes of people who begin. Field and reason are what kube-apiserver 1.36.3 answered to the same manifests. */
const told = (yaml: string, customResources?: ReturnType<typeof bundledCustomResources>) =>
  readManifests(yaml, 'k8s.yaml').flatMap(({ object, locate }) =>
    validate([{ object, locate }], { kubernetesVersion: '1.36', customResources }).map(
      ({ reason, path, hint, line }) => ({
        cause: `${reason} ${path}`.trim(),
        hint: hint ?? '',
        line,
      }),
    ),
  );

test.each<[string, string, string, string, number]>([
  [
    'a field without indentation below spec',
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\nspec: finalizers\n',
    'BadRequest spec',
    '',
    5,
  ],
  [
    'a container without a name',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - image: nginx\n',
    'FieldValueRequired spec.containers[0].name',
    '',
    7,
  ],
  [
    'an image beside its container',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n  image: nginx\n',
    'UnknownField spec.image',
    '"image" belongs in spec.containers[]',
    8,
  ],
  [
    'a word misspelt',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: a\n    securityContext:\n      capailities: {}\n',
    'UnknownField spec.containers[0].securityContext.capailities',
    'did you mean "capabilities"?',
    10,
  ],
  [
    'a pod without containers',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec: {}\n',
    'FieldValueRequired spec.containers',
    '',
    5,
  ],
  [
    'a kind that was removed',
    'apiVersion: settings.k8s.io/v1alpha1\nkind: PodPreset\nmetadata:\n  name: a\n',
    'NoMatch',
    'PodDefaults',
    1,
  ],
  [
    'a version that was removed',
    'apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: a\n',
    'NoMatch',
    'networking.k8s.io/v1',
    1,
  ],
  ['apiVersion misspelt', 'apiServer: v1\nkind: Pod\nmetadata:\n  name: a\n', 'NoMatch apiVersion', 'apiVersion', 1],
  [
    'a custom resource that nobody imported',
    'apiVersion: metallb.io/v1beta1\nkind: IPAddressPool\nmetadata:\n  name: a\nspec:\n  addresses: [192.168.0.240-192.168.0.250]\n',
    'NoMatch',
    'bundledCustomResources()',
    1,
  ],
])('%s', (_, yaml, cause, hint, line) => {
  const [first, ...others] = told(yaml);
  expect(first).toMatchObject({ cause, hint: expect.stringContaining(hint), line });
  expect(others).toEqual([]);
});

test('a volume name that breaks RFC 1123 is reported at the volume and at its mount', () => {
  const yaml =
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    image: a\n    volumeMounts:\n    - {name: vol-CM, mountPath: /etc/a}\n  volumes:\n  - name: vol-CM\n    emptyDir: {}\n';
  expect(
    told(yaml)
      .map(({ cause }) => cause)
      .sort(),
  ).toEqual(['FieldValueInvalid spec.volumes[0].name', 'FieldValueNotFound spec.containers[0].volumeMounts[0].name']);
});

test('a custom resource that is imported passes', () => {
  const yaml =
    'apiVersion: metallb.io/v1beta1\nkind: IPAddressPool\nmetadata:\n  name: a\n  namespace: metallb-system\nspec:\n  addresses: [192.168.0.240-192.168.0.250]\n';
  expect(told(yaml, bundledCustomResources())).toEqual([]);
  expect(told(yaml.replace('addresses', 'adresses'), bundledCustomResources())[0]).toMatchObject({
    cause: 'UnknownField spec.adresses',
    hint: expect.stringContaining('addresses'),
  });
});
