import { describeKubernetes, leftOutKinds, minorVersion } from '../../src/schema/imports/kubernetes';
import { addressesOfIndex, readOpenApiV3 } from '../../src/schema/imports/openapi-v3';

const document = (title: string, version: string, kind: string, name: string, group = '') => ({
  openapi: '3.0.0',
  info: { title, version },
  paths: {
    [`/apis/${group}/v1/namespaces/{namespace}/x`]: {
      post: { 'x-kubernetes-group-version-kind': { group, version: 'v1', kind } },
    },
  },
  components: {
    schemas: {
      [name]: { type: 'object', 'x-kubernetes-group-version-kind': [{ group, version: 'v1', kind }] },
      'io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions': {
        type: 'object',
        'x-kubernetes-group-version-kind': [{ group, version: 'v1', kind: 'DeleteOptions' }],
      },
    },
  },
});

const core = document('Kubernetes', '1.36', 'Pod', 'io.k8s.api.core.v1.Pod');
const widget = document('Kubernetes CRD Swagger', 'v0.1.0', 'Widget', 'com.example.v1.Widget', 'example.com');

test('documents of custom resources do not tell the version of the server', () => {
  const server = readOpenApiV3([widget, core]);
  expect(server.version).toBe('1.36');
  expect(leftOutKinds(server)).toEqual(['example.com/Widget']);
  expect(Object.keys(describeKubernetes(server).definitions).sort()).toEqual([
    'io.k8s.api.core.v1.Pod',
    'io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions',
  ]);
});

test('kinds that every group shares are those of the core group', () => {
  const definitions = describeKubernetes(readOpenApiV3([widget, core])).definitions;
  expect(definitions['io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions']).toEqual({
    type: 'object',
    'x-kubernetes-group-version-kind': [{ group: '', version: 'v1', kind: 'DeleteOptions' }],
  });
});

test('documents of two servers are refused', () => {
  const other = document('Kubernetes', '1.35', 'Job', 'io.k8s.api.batch.v1.Job', 'batch');
  expect(() => readOpenApiV3([core, other])).toThrow('the documents come from several servers: 1.35, 1.36');
});

test('the index leads to API versions only', () => {
  const at = (path: string) => ({ serverRelativeURL: `/openapi/v3/${path}?hash=1` });
  const paths = ['.well-known/openid-configuration', 'api', 'api/v1', 'apis', 'apis/apps', 'apis/apps/v1', 'version'];
  const index = { paths: Object.fromEntries(paths.map((path) => [path, at(path)])) };
  expect(addressesOfIndex(index)).toEqual(['/openapi/v3/api/v1?hash=1', '/openapi/v3/apis/apps/v1?hash=1']);
  expect(addressesOfIndex(core)).toBeUndefined();
  expect(addressesOfIndex({})).toBeUndefined();
});

test.each([
  ['v1.28.15', '1.28'],
  ['1.36', '1.36'],
  ['v1.30.1-gke.5', '1.30'],
  ['1.31+', '1.31'],
])('version %s is %s', (version, minor) => {
  expect(minorVersion(version)).toBe(minor);
});
