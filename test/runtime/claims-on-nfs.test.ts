import { checkRuntime } from '../../src/runtime';
import { pod } from './faults/fault';

/** A claim is one of the namespace of the pod. */
const volume = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: 'share' },
  spec: {
    capacity: { storage: '1Gi' },
    accessModes: ['ReadWriteMany'],
    nfs: { server: '192.168.0.20', path: '/share' },
    storageClassName: '',
  },
};
const claim = (namespace: string | undefined, fields: object = { volumeName: 'share' }) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'share', ...(namespace !== undefined && { namespace }) },
  spec: {
    accessModes: ['ReadWriteMany'],
    resources: { requests: { storage: '1Gi' } },
    storageClassName: '',
    ...fields,
  },
});
const mounting = pod(
  { image: 'ghcr.io/acme/shop:1.4.2', volumeMounts: [{ name: 'share', mountPath: '/share' }] },
  { hostUsers: false, volumes: [{ name: 'share', persistentVolumeClaim: { claimName: 'share' } }] },
);

test.each([
  [undefined, 'default', 1],
  ['default', undefined, 1],
  [undefined, 'shop', 0],
])('a claim of namespace %s and a pod of namespace %s', (ofClaim, ofPod, expected) => {
  const { metadata, ...rest } = mounting;
  const placed = { ...rest, metadata: { name: metadata.name, ...(ofPod !== undefined && { namespace: ofPod }) } };
  const found = checkRuntime([volume, claim(ofClaim), placed]).filter(({ rule }) => rule === 'user-namespace-volume');
  expect(found).toHaveLength(expected);
});

test.each<[string, readonly object[], string[]]>([
  ['a claim on NFS', [volume, claim('shop')], ['spec.volumes[0]']],
  ['a claim of another namespace', [volume, claim('other')], []],
  ['a claim of another namespace before that on NFS', [volume, claim('other', {}), claim('shop')], ['spec.volumes[0]']],
  ['a claim that names no volume', [volume, claim('shop', {})], []],
  ['a volume that is not part of the input', [claim('shop')], []],
])('%s', (_, objects, expected) => {
  const found = checkRuntime([...objects, mounting]).filter(({ rule }) => rule === 'user-namespace-volume');
  expect(found.map(({ path }) => path)).toEqual(expected);
});
