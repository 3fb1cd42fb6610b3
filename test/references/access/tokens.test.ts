import { checkReferences } from '../../../src/references';

const binding = (subject: object = {}) => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'shop', namespace: 'store' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
  subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace: 'store', ...subject }],
});
const deployment = (spec: object, name = 'shop', namespace = 'store') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { serviceAccountName: 'shop', containers: [{ name: 'shop', image: 'shop:1' }], ...spec },
    },
  },
});
const account = (automountServiceAccountToken?: boolean) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'shop', namespace: 'store' },
  ...(automountServiceAccountToken !== undefined && { automountServiceAccountToken }),
});
const OFF = { automountServiceAccountToken: false };
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'binding-without-token')
    .map(({ severity, kind, path, message }) => `${severity} ${kind} ${path}: ${message}`);
const reported = (...names: string[]) => [
  `warning RoleBinding subjects[0]: the pods of ${names.map((name) => `Deployment "${name}"`).join(', ')} mount no token of service account "shop" and cannot use these permissions`,
];

test('pods that opt out, and service accounts that do', () => {
  expect(found(binding(), deployment(OFF))).toEqual(reported('shop'));
  expect(found(binding(), deployment({}), account(false))).toEqual(reported('shop'));
  expect(found(binding(), deployment(OFF), deployment(OFF, 'blog'))).toEqual(reported('shop', 'blog'));
});

/** The pod wins over its service account; the default is to mount the token. */
test('pods with a token', () => {
  expect(found(binding(), deployment({}))).toEqual([]);
  expect(found(binding(), deployment({}), account())).toEqual([]);
  expect(found(binding(), deployment({ automountServiceAccountToken: true }), account(false))).toEqual([]);
  expect(found(binding(), deployment(OFF), deployment({}, 'blog'))).toEqual([]);
});

test('pods that mount a token by themselves', () => {
  const projected = { sources: [{ serviceAccountToken: { path: 'token' } }] };
  expect(found(binding(), deployment({ ...OFF, volumes: [{ name: 'token', projected }] }))).toEqual([]);
  const volumes = [{ name: 'key', secret: { secretName: 'key' } }];
  const secret = (type: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'key', namespace: 'store' },
    type,
  });
  expect(found(binding(), deployment({ ...OFF, volumes }), secret('kubernetes.io/service-account-token'))).toEqual([]);
  expect(found(binding(), deployment({ ...OFF, volumes }), secret('Opaque'))).toEqual(reported('shop'));
  const named = [{ name: 'key', secret: { secretName: 'shop-token-abcde' } }];
  expect(found(binding(), deployment({ ...OFF, volumes: named }))).toEqual([]);
});

test('other accounts, other namespaces, users and groups', () => {
  expect(found(binding({ name: 'blog' }), deployment(OFF))).toEqual([]);
  expect(found(binding({ namespace: 'other' }), deployment(OFF))).toEqual([]);
  expect(found(binding(), deployment(OFF, 'shop', 'other'))).toEqual([]);
  expect(found(binding({ kind: 'User', apiGroup: 'rbac.authorization.k8s.io' }), deployment(OFF))).toEqual([]);
  expect(found(binding())).toEqual([]);
});
