import { admissionMessages, type Ground } from '../../src/admission';

const metadata = (name: string, fields: object = {}) => ({ metadata: { name, ...fields } });
const namespace = { apiVersion: 'v1', kind: 'Namespace', ...metadata('shop', { labels: { team: 'shop' } }) };
const configMap = { apiVersion: 'v1', kind: 'ConfigMap', ...metadata('settings', { namespace: 'shop' }) };
const containers = [{ name: 'shop', image: 'shop:1.4.2' }];
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  ...metadata('shop', { namespace: 'shop' }),
  spec: {
    selector: { matchLabels: { app: 'a' } },
    template: { metadata: { labels: { app: 'a' } }, spec: { containers } },
  },
};
const webhook = (name: string, resources: readonly string[], fields: object = {}) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  ...metadata(name),
  webhooks: [
    {
      name: `${name}.example.com`,
      rules: [{ apiGroups: ['*'], apiVersions: ['*'], operations: ['CREATE', 'UPDATE'], resources }],
      ...fields,
    },
  ],
});
const kyverno = (name: string) => ({ apiVersion: 'kyverno.io/v1', kind: 'ClusterPolicy', ...metadata(name) });

const clusterOf = (...objects: object[]): Ground => ({
  objects: objects.map((object, index) => ({ object, document: -1 - index })),
  completeKinds: new Set(),
});
const notes = (objects: readonly object[], ...ofCluster: object[]) =>
  admissionMessages(objects, '1.36', clusterOf(...ofCluster)).map(({ severity, message }) => `${severity}: ${message}`);

const OF_CONFIG_MAPS = ['configmaps'];
const answersTo = (what: string) => `note: what ${what} of the cluster answers to such objects is not judged`;

test('an object of the input that decides about others is named as it is', () => {
  expect(notes([webhook('images', OF_CONFIG_MAPS), configMap])).toEqual([
    'note: what ValidatingWebhookConfiguration "images" answers to other objects is not judged',
  ]);
  expect(notes([kyverno('tags'), configMap])).toEqual([
    'note: what ClusterPolicy "tags" answers to other objects is not judged',
  ]);
});

test('a webhook of the cluster is named once, at an object that it is asked about', () => {
  const images = webhook('images', OF_CONFIG_MAPS);
  const other = { ...configMap, ...metadata('other', { namespace: 'shop' }) };
  expect(notes([namespace, configMap, other], images)).toEqual([answersTo('ValidatingWebhookConfiguration "images"')]);
  expect(notes([namespace, configMap], webhook('images', ['secrets']))).toEqual([]);
});

test('a webhook of the cluster for pods is named at the workload that creates them', () => {
  expect(notes([namespace, deployment], webhook('pods', ['pods']))).toEqual([
    answersTo('ValidatingWebhookConfiguration "pods"'),
  ]);
});

test('selectors of a webhook of the cluster count', () => {
  const selecting = (team: string) =>
    webhook('images', OF_CONFIG_MAPS, { namespaceSelector: { matchLabels: { team } } });
  expect(notes([namespace, configMap], selecting('shop'))).toHaveLength(1);
  expect(notes([namespace, configMap], selecting('blog'))).toEqual([]);
});

test('a webhook of the cluster without rules is asked nothing', () => {
  expect(notes([configMap], webhook('images', OF_CONFIG_MAPS, { rules: undefined }))).toEqual([]);
  expect(notes([configMap], { ...webhook('images', OF_CONFIG_MAPS), webhooks: undefined })).toEqual([]);
});

test('policies of engines of the cluster are one note', () => {
  expect(notes([namespace, configMap], kyverno('a'), kyverno('b'))).toEqual([
    'note: what policies of the cluster answer to objects (ClusterPolicy "a", ClusterPolicy "b") is not judged',
  ]);
  expect(notes([configMap], ...['a', 'b', 'c', 'd', 'e'].map(kyverno))).toEqual([
    'note: what policies of the cluster answer to objects (ClusterPolicy "a", ClusterPolicy "b", ClusterPolicy "c", 2 more) is not judged',
  ]);
});

test('a policy of a namespace is named at the first object of that namespace, and not without one', () => {
  const policy = (kind: string, namespace?: string) => ({
    apiVersion: 'kyverno.io/v1',
    kind,
    ...metadata('tags', { namespace }),
  });
  const named = (what: string) => `note: what policies of the cluster answer to objects (${what}) is not judged`;
  expect(notes([namespace, configMap], policy('Policy', 'blog'))).toEqual([]);
  expect(notes([namespace, configMap], policy('NamespacedValidatingPolicy', 'blog'))).toEqual([]);
  expect(notes([namespace, configMap], policy('Policy'))).toEqual([]);
  expect(notes([namespace, configMap, configMap], policy('Policy', 'blog'), policy('Policy', 'shop'))).toEqual([
    named('Policy "tags"'),
  ]);
  expect(notes([{ ...configMap, ...metadata('other', { namespace: 'default' }) }], policy('Policy'))).toHaveLength(1);
  expect(notes([namespace, configMap], kyverno('all'), policy('Policy', 'shop'))).toEqual([
    named('ClusterPolicy "all"'),
    named('Policy "tags"'),
  ]);
});
