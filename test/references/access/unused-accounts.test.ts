import { checkReferences } from '../../../src/references';

const RBAC = 'rbac.authorization.k8s.io';
const metadata = { name: 'shop', namespace: 'store' };
const account = (fields: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { ...metadata, ...fields },
});
const binding = (subject: object = {}, kind = 'RoleBinding') => ({
  apiVersion: `${RBAC}/v1`,
  kind,
  metadata: { name: 'view', namespace: 'store' },
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'view' },
  subjects: [{ kind: 'ServiceAccount', ...metadata, ...subject }],
});
const pods = (name: string, spec: object = {}, container: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: 'store' },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'main', image: 'shop:1', ...container }], ...spec },
    },
  },
});
const found = (...objects: object[]) =>
  checkReferences(objects)
    .filter(({ rule }) => rule === 'account-without-pods')
    .map(({ severity, kind, path, message }) => `${severity} ${kind} ${path}: ${message}`);
const reported = (pods: string, by = 'RoleBinding') => [
  `warning ServiceAccount metadata.name: ${by} "view" grants it permissions, but no pod runs as it; ${pods} as "default"`,
];

test('pods with the name or the label of the account, and the only pods of a namespace', () => {
  expect(found(account(), binding(), pods('shop'))).toEqual(reported('Deployment "shop" runs'));
  expect(found(account(), binding({}, 'ClusterRoleBinding'), pods('shop'))).toEqual(
    reported('Deployment "shop" runs', 'ClusterRoleBinding'),
  );
  expect(found(account(), binding({ namespace: undefined }), pods('shop'), pods('blog'))).toEqual(
    reported('Deployment "shop" runs'),
  );
  expect(found(account({ name: 'blog-sa' }), binding({ name: 'blog-sa' }), pods('shop'), pods('blog'))).toEqual(
    reported('Deployment "blog" runs'),
  );
  const labeled = account({ name: 'reader', labels: { app: 'shop' } });
  expect(found(labeled, binding({ name: 'reader' }), pods('shop'), pods('blog'))).toEqual(
    reported('Deployment "shop" runs'),
  );
  expect(found(account({ name: 'reader' }), binding({ name: 'reader' }), pods('web'))).toEqual(
    reported('Deployment "web" runs'),
  );
  const [one] = checkReferences([account(), binding(), pods('shop')]);
  expect(one?.hint).toBe('set serviceAccountName: shop in the pods');
});

test('pods that run as it, or need no permissions', () => {
  for (const spec of [{ serviceAccountName: 'shop' }, { serviceAccount: 'shop' }, { serviceAccountName: 'other' }]) {
    expect(found(account(), binding(), pods('shop', spec))).toEqual([]);
  }
  expect(found(account(), binding(), pods('shop'), pods('blog', { serviceAccountName: 'shop' }))).toEqual([]);
  expect(found(account(), binding(), pods('shop', { automountServiceAccountToken: false }))).toEqual([]);
  expect(found(account(), binding(), pods('shop', {}, { args: ['--kubeconfig=/etc/shop/config'] }))).toEqual([]);
  expect(found(account(), pods('shop'))).toEqual([]);
  expect(found(account(), binding({ namespace: 'other' }), pods('shop'))).toEqual([]);
  expect(found(account(), binding(), pods('web'), pods('blog'))).toEqual([]);
  expect(found(account(), binding(), binding({ name: 'default' }), pods('shop'))).toEqual([]);
});

test('accounts that something else uses', () => {
  const used = (...objects: object[]) => found(account(), binding(), pods('shop'), ...objects);
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'token', namespace: 'store', annotations: { 'kubernetes.io/service-account.name': 'shop' } },
    type: 'kubernetes.io/service-account-token',
  };
  expect(used(secret)).toEqual([]);
  const custom = (serviceAccountName: string) => ({
    apiVersion: 'tekton.dev/v1',
    kind: 'TaskRun',
    metadata: { name: 'build', namespace: 'store' },
    spec: { serviceAccountName },
  });
  expect(used(custom('shop'))).toEqual([]);
  expect(used(custom('build'))).toHaveLength(1);
  const files = (text: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'runner', namespace: 'store' },
    data: { 'config.toml': text },
  });
  expect(used(files('service_account = "shop"'))).toEqual([]);
  expect(used(files('service_account = "shop-2"\nname = "shop"'))).toHaveLength(1);
  expect(used(pods('runner', {}, { args: ['--pod-service-account', 'shop'] }))).toEqual([]);
  expect(used(pods('runner', {}, { env: [{ name: 'POD_ACCOUNT', value: 'shop' }] }))).toEqual([]);
});

test('accounts whose name the server makes, or that no pattern can have', () => {
  const generated = account({ name: undefined, generateName: 'shop-' });
  expect(found(generated, binding({ name: undefined }), pods('shop', {}, { args: ['--account=shop'] }))).toEqual([]);
  const name = 'shop(';
  expect(found(account({ name }), binding({ name }), pods('shop', {}, { args: ['--account', 'shop('] }))).toEqual([]);
});
