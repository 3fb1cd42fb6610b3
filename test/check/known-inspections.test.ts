import { checkManifests, rememberUnchanged } from '../../src/check';

const definition = (type: string) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'shops.acme.example' },
  spec: {
    group: 'acme.example',
    scope: 'Namespaced',
    names: { kind: 'Shop', plural: 'shops', singular: 'shop', listKind: 'ShopList' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: { spec: { type: 'object', properties: { size: { type } } } },
          },
        },
      },
    ],
  },
});
const shop = { apiVersion: 'acme.example/v1', kind: 'Shop', metadata: { name: 'shop' }, spec: { size: 3 } };
const service = (port: unknown) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { type: 'ExternalName', externalName: 'web.example.com', ports: [{ port }] },
});
const rulesOf = (objects: readonly object[], options = {}) =>
  checkManifests(objects, { crds: false, ...options }).map(({ rule }) => rule);

test('an object that was right is checked again when it, its version or the options change', () => {
  for (let run = 0; run < 3; run++) {
    rememberUnchanged();
    expect(rulesOf([service(80)])).toEqual([]);
    expect(rulesOf([service(Number.NaN)])).not.toEqual([]);
    expect(rulesOf([service('80')])).toContain('wrong-type');
    expect(rulesOf([service(80)])).toEqual([]);
    const queue = { apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3', kind: 'FlowSchema', metadata: { name: 'a' } };
    expect(rulesOf([queue], { kubernetesVersion: '1.36' })).toContain('unknown-kind');
    expect(rulesOf([queue], { kubernetesVersion: '1.28' })).not.toContain('unknown-kind');
    expect(rulesOf([{ ...shop }], { allowKinds: ['Shop'] })).toEqual([]);
    expect(rulesOf([{ ...shop }])).toContain('unknown-kind');
  }
});

test('a custom resource is checked again: its definition may be another one', () => {
  for (const [type, isRight] of [
    ['integer', true],
    ['string', false],
    ['integer', true],
  ] as const) {
    rememberUnchanged();
    const errors = checkManifests([definition(type), shop], { crds: false }).filter(
      ({ category }) => category === 'api',
    );
    expect(errors).toHaveLength(isRight ? 0 : 1);
  }
});

const settings = (data: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data });
const client = (value: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'client' },
  spec: {
    containers: [
      {
        name: 'client',
        image: 'client:1',
        envFrom: [{ configMapRef: { name: 'settings' } }],
        env: [{ name: 'URL', value }],
        resources: { requests: { cpu: '2' } },
      },
    ],
  },
});

test('a pod is checked again when it, a ConfigMap that it uses, or the sizes of nodes change', () => {
  const rules = (objects: readonly object[], options = {}) => rulesOf(objects, { references: false, ...options });
  for (let run = 0; run < 3; run++) {
    rememberUnchanged();
    expect(rules([client('$(HOST)'), settings({ MODE: 'on' })])).toEqual(['variable-unresolved']);
    expect(rules([client('$(HOST)'), settings({ HOST: 'db' })])).toEqual([]);
    expect(rules([client('$(HOST)')])).toEqual([]);
    expect(rules([client('$(HOST)'), settings({ MODE: 'on' })])).toEqual(['variable-unresolved']);
    expect(rules([client('db'), settings({ MODE: 'on' })])).toEqual([]);
    const nodes = (cpu: string) => ({ nodes: { cpu, memory: '4Gi' } });
    expect(rules([client('db')], nodes('1'))).toContain('pod-larger-than-node');
    expect(rules([client('db')], nodes('4'))).toEqual([]);
    expect(rules([client('db')])).toEqual([]);
  }
});
