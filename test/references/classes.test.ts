import { checkReferences } from '../../src/references';

const object = (apiVersion: string, kind: string, name: string, fields: object, namespace?: string) => ({
  ...{ apiVersion, kind, metadata: { name, ...(namespace && { namespace }) } },
  ...fields,
});
const found = (...objects: object[]) => checkReferences(objects).map(({ message, hint }) => `${message}: ${hint}`);
const storageClass = (name: string, provisioner = 'csi.example.com') =>
  object('storage.k8s.io/v1', 'StorageClass', name, { provisioner });
const claim = (storageClassName: string, name = 'data') => {
  const resources = { requests: { storage: '1Gi' } };
  const spec = { accessModes: ['ReadWriteOnce'], storageClassName, resources };
  return object('v1', 'PersistentVolumeClaim', name, { spec }, 'shop');
};
const runtimeClass = (name: string, handler: string) => object('node.k8s.io/v1', 'RuntimeClass', name, { handler });
const pod = (runtimeClassName: string) =>
  object('v1', 'Pod', 'web', { spec: { runtimeClassName, containers: [{ name: 'web', image: 'web:1' }] } }, 'shop');
const ingressClass = (name: string, controller: string) =>
  object('networking.k8s.io/v1', 'IngressClass', name, { spec: { controller } });
const ingress = (ingressClassName: string) =>
  object('networking.k8s.io/v1', 'Ingress', 'web', { spec: { ingressClassName, rules: [] } }, 'shop');
const GATEWAY = 'gateway.networking.k8s.io/v1';
const gatewayClass = (name: string, controllerName: string) =>
  object(GATEWAY, 'GatewayClass', name, { spec: { controllerName } });
const gateway = (gatewayClassName: string) =>
  object(GATEWAY, 'Gateway', 'web', { spec: { gatewayClassName, listeners: [] } }, 'shop');
const MORE = 'declare one that is created elsewhere as external';
const ELSEWHERE = 'If the object is created elsewhere, declare it as external';

// kubectl get storageclass on clusters of these platforms, and the manifests of the installers.
test.each([
  ...['gp2', 'ebs-csi-default-sc', 'kops-ssd-1-17', 'kops-csi-1-21'],
  ...['standard', 'standard-rwo', 'premium-rwo', 'standard-rwx', 'enterprise-rwx', 'zonal-rwx', 'dynamic-rwo'],
  ...['default', 'managed', 'managed-csi', 'managed-premium', 'managed-csi-premium'],
  ...['azurefile', 'azurefile-premium', 'azurefile-csi', 'azurefile-csi-premium'],
  ...['local-path', 'hostpath', 'microk8s-hostpath', 'openebs-hostpath', 'openebs-single-replica', 'csi-hostpath-sc'],
  ...['longhorn', 'longhorn-static', 'rook-ceph-block', 'rook-cephfs', 'ceph-block', 'ceph-filesystem', 'nfs-client'],
  ...['do-block-storage', 'do-block-storage-xfs-retain', 'linode-block-storage', 'linode-block-storage-retain'],
  ...['vultr-block-storage-hdd-retain', 'oci', 'oci-bv', 'hcloud-volumes', 'scw-bssd', 'civo-volume'],
  ...['csi-cinder-sc-delete', 'csi-cinder-high-speed', 'thin', 'thin-csi', 'gp3-csi', 'gp2-csi', 'standard-csi'],
  ...['ocs-storagecluster-ceph-rbd', 'ocs-storagecluster-cephfs', 'openshift-storage.noobaa.io'],
])('the class %s is made by a platform or an installer', (name) => {
  expect(found(storageClass('fast'), claim(name))).toEqual([]);
});

test.each([
  'csi-nvme',
  'gp3-encrypted',
  'standard-ssd',
  'longhorn-slow',
  'my-managed',
  'nfs-client-2',
  'managed-csi-x',
])('the class %s is not, and may be created elsewhere', (name) => {
  expect(found(storageClass('fast'), claim(name))).toEqual([
    `no StorageClass ${JSON.stringify(name)}; found "fast": reference an existing one, or ${MORE}`,
  ]);
});

describe('a class by the name of what it is for', () => {
  test.each([
    [runtimeClass('gvisor', 'runsc'), pod('runsc'), 'no RuntimeClass "runsc"', 'gvisor', 'handler "runsc"'],
    [
      ...[
        ingressClass('internal', 'k8s.io/ingress-nginx'),
        ingress('ingress-nginx'),
        'no IngressClass "ingress-nginx"',
      ],
      ...['internal', 'controller "k8s.io/ingress-nginx"'],
    ],
    [
      ...[storageClass('fast', 'ebs.csi.aws.com'), claim('ebs.csi.aws.com'), 'no StorageClass "ebs.csi.aws.com"'],
      ...['fast', 'provisioner "ebs.csi.aws.com"'],
    ],
    [
      ...[gatewayClass('public', 'example.com/edge'), gateway('edge'), 'no GatewayClass "edge"'],
      ...['public', 'controllerName "example.com/edge"'],
    ],
  ] as [object, object, string, string, string][])('%#', (one, user, message, name, by) => {
    expect(found(one, user)).toEqual([
      `${message}; found ${JSON.stringify(name)} with the ${by}: did you mean ${JSON.stringify(name)}? ${ELSEWHERE}`,
    ]);
  });

  test('among others', () => {
    const classes = ['a', 'b', 'c', 'd'].map((name) => runtimeClass(name, `${name}-handler`));
    expect(found(...classes, pod('b-handler'))).toEqual([
      `no RuntimeClass "b-handler"; found "b" with the handler "b-handler": did you mean "b"? ${ELSEWHERE}`,
    ]);
  });
});

test('near names of classes', () => {
  expect(found(runtimeClass('gvisor', 'runsc'), pod('gviser'))).toEqual([
    `no RuntimeClass "gviser"; found "gvisor": did you mean "gvisor"? ${ELSEWHERE}`,
  ]);
  expect(found(ingressClass('nginx-internal', 'k8s.io/ingress-nginx'), ingress('internal-nginx'))).toEqual([
    `no IngressClass "internal-nginx"; found "nginx-internal": did you mean "nginx-internal"? ${ELSEWHERE}`,
  ]);
  expect(found(ingressClass('traefik', 'traefik.io/ingress-controller'), ingress('nginx'))).toEqual([
    `no IngressClass "nginx"; found "traefik": use the name of an IngressClass of the cluster, or ${MORE}`,
  ]);
});

describe('an object is not suggested for itself', () => {
  const clone = (name: string, source: string) => {
    const dataSource = { kind: 'PersistentVolumeClaim', name: source };
    const { spec, ...rest } = claim('default', name) as any;
    return { ...rest, spec: { ...spec, dataSource } };
  };

  test('as the source of a claim', () => {
    expect(found(claim('default', 'wiki-data'), clone('wiki-restore', 'wiki-pvc'))).toEqual([
      `no PersistentVolumeClaim "wiki-pvc" in namespace shop; found "wiki-data": use "wiki-data", or ${MORE}`,
    ]);
    const name = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
    expect(found(name, clone('wiki-restore', 'wiki-restor'))).toEqual([
      `no PersistentVolumeClaim "wiki-restor" in namespace shop: reference an existing one, or ${MORE}`,
    ]);
  });

  test('as what it depends on', () => {
    const kustomization = (name: string, on: string) =>
      object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', name, { spec: { dependsOn: [{ name: on }] } }, 'flux');
    const flux = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'flux' } };
    expect(found(flux, kustomization('infra', 'infa'), kustomization('apps', 'infra'))).toEqual([
      expect.stringMatching(/^no Kustomization "infa" in namespace flux; found "apps": (?!.*infra)/),
    ]);
    const release = (name: string, on: string) =>
      object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', name, { spec: { dependsOn: [{ name: on }] } }, 'flux');
    expect(found(flux, release('db', 'db-crds'))).toEqual([
      expect.stringMatching(/^no HelmRelease "db-crds" in namespace flux: /),
    ]);
  });
});
