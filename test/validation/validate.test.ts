import { validate } from '../../src/validation/validate';

const names = (objects: unknown[], kubernetesVersion: '1.28' | '1.36' = '1.36') =>
  validate(objects, { kubernetesVersion }).map(({ path, reason }) => `${path} ${reason}`);

const deployment = (podSpec: object, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: podSpec },
    ...spec,
  },
});

describe('decoding', () => {
  test.each(['1.28', '1.36'] as const)('takes a sound Deployment in %s', (version) => {
    expect(names([deployment({ containers: [{ name: 'web', image: 'nginx:1.27' }] })], version)).toEqual([]);
  });

  test('names every unknown field as the strict decoder does', () => {
    const container = { name: 'web', image: 'nginx:1.27', securityContext: { capailities: {} }, enviroment: [] };
    expect(names([deployment({ containers: [container] })])).toEqual([
      'spec.template.spec.containers[0].securityContext.capailities UnknownField',
      'spec.template.spec.containers[0].enviroment UnknownField',
    ]);
  });

  test('tells the first wrong type alone, in the order of the document', () => {
    const container = { name: 1, image: 'nginx:1.27', unknown: true };
    expect(names([deployment({ containers: [container] }, { replicas: 'three' })])).toEqual([
      'spec.template.spec.containers[0].name BadRequest',
    ]);
  });

  test('takes null as unset', () => {
    const containers = [{ name: 'web', image: 'nginx:1.27', ports: null, env: [{ name: 'A', value: null }] }];
    expect(names([deployment({ containers, volumes: null }, { replicas: null })])).toEqual([]);
  });

  test('says where a misplaced field belongs', () => {
    const [finding] = validate([deployment({ containers: [{ name: 'web' }] }, { image: 'nginx' })], {
      kubernetesVersion: '1.36',
    });
    expect(finding?.hint).toBe('"image" belongs in spec.template.spec.containers[]; check the indentation');
  });
});

describe('kinds', () => {
  test('refuses a kind that the server lacks and names the versions it has', () => {
    const [finding] = validate([{ apiVersion: 'batch/v1beta1', kind: 'CronJob', metadata: { name: 'a' } }], {
      kubernetesVersion: '1.36',
    });
    expect(finding).toMatchObject({
      reason: 'NoMatch',
      path: '',
      hint: 'batch/v1beta1 CronJob was removed in Kubernetes 1.25; use batch/v1',
    });
  });

  test('lets an allowed kind pass', () => {
    const object = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' } };
    for (const allowKinds of [['Widget'], ['example.com/v1/Widget'], ['example.com/Widget']]) {
      expect(validate([object], { kubernetesVersion: '1.36', allowKinds })).toEqual([]);
    }
  });

  test('tells apiServer from apiVersion', () => {
    const [finding] = validate([{ apiServer: 'v1', kind: 'Pod' }], { kubernetesVersion: '1.36' });
    expect(finding).toMatchObject({ path: 'apiVersion', reason: 'NoMatch' });
  });
});

test('gives a finding the place that the input knows', () => {
  const [finding] = validate(
    [
      {
        object: deployment({ container: [] }),
        origin: { constructPath: 'app/web', file: 'main.ts', line: 3, column: 7 },
      },
    ],
    { kubernetesVersion: ['1.36'] },
  );
  expect(finding).toMatchObject({ constructPath: 'app/web', file: 'main.ts', line: 3, column: 7, name: 'web' });
});

test('fields that are named like members of every object are unknown, and belong nowhere', () => {
  const object = JSON.parse(
    '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a", "constructor": 1, "__proto__": {}}}',
  );
  const findings = validate([object], { kubernetesVersion: '1.36' });
  expect(findings.map(({ path, hint }) => [path, hint])).toEqual([
    ['metadata.constructor', undefined],
    ['metadata.__proto__', undefined],
  ]);
});

test('the class of a volume that is written out in an attachment is not looked at, as kube-apiserver 1.36.3 does not', () => {
  const attachment = {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'VolumeAttachment',
    metadata: { name: 'inline' },
    spec: {
      attacher: 'ebs.csi.example.com',
      nodeName: 'node-1',
      source: {
        inlineVolumeSpec: {
          accessModes: ['ReadWriteOnce'],
          csi: { driver: 'ebs.csi.example.com', volumeHandle: 'v1' },
          volumeAttributesClassName: 'Bad_Name',
        },
      },
    },
  };
  expect(validate([attachment], { kubernetesVersion: '1.36' })).toEqual([]);
});

test('names of RBAC objects may not be dots, nor begin to be (kube-apiserver 1.36.3)', () => {
  const role = (metadata: object) => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', metadata });
  const told = (metadata: object) =>
    validate([role(metadata)], { kubernetesVersion: '1.36' }).map(({ reason, path }) => `${reason} ${path}`);
  expect(told({ generateName: '..' })).toEqual(['FieldValueInvalid metadata.generateName']);
  expect(told({ generateName: '..a' })).toEqual([]);
});
