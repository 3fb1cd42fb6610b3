import {
  PersistentVolumeClaim,
  type PersistentVolumeClaimProps,
  StaticVolume,
  type StaticVolumeProps,
  StorageClass,
  type StorageClassProps,
} from '../../../src/patterns';
import { refusal, rendered } from '../render';

describe('StaticVolume', () => {
  const nfs: StaticVolumeProps = {
    nfs: { server: '10.0.0.2', path: '/exports' },
    size: '5Gi',
    storageClassName: 'manual',
  };

  test('a volume and the claim that is bound to it', () => {
    const manifests = rendered(
      (chart) => new StaticVolume(chart, 'pv-nfs', { ...nfs, claim: { name: 'pvc-nfs', size: '3Gi' } }),
    );
    expect(manifests['PersistentVolume/pv-nfs'].metadata).not.toHaveProperty('namespace');
    expect(manifests['PersistentVolume/pv-nfs'].spec).toEqual({
      capacity: { storage: '5Gi' },
      accessModes: ['ReadWriteOnce'],
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: 'manual',
      nfs: { server: '10.0.0.2', path: '/exports' },
    });
    expect(manifests['PersistentVolumeClaim/pvc-nfs'].spec).toEqual({
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'manual',
      volumeName: 'pv-nfs',
      resources: { requests: { storage: '3Gi' } },
    });
  });

  test('without a class the claim says so, lest the default class takes it', () => {
    const local = { local: { path: '/mnt/disk', nodes: ['node1'] }, size: '5Gi' };
    const manifests = rendered((chart) => new StaticVolume(chart, 'disk', local));
    expect(manifests['PersistentVolume/disk'].spec).not.toHaveProperty('storageClassName');
    expect(manifests['PersistentVolumeClaim/disk'].spec.storageClassName).toBe('');
    expect(manifests['PersistentVolume/disk'].spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions).toEqual(
      [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node1'] }],
    );
  });

  test('a disk of an iSCSI target, with CHAP if there is a Secret', () => {
    const iscsi = { targetPortal: '10.0.0.5:3260', iqn: 'iqn.2026-01.com.example:storage.disk1', lun: 0 };
    const specOf = (source: NonNullable<StaticVolumeProps['iscsi']>) =>
      rendered((chart) => new StaticVolume(chart, 'disk', { iscsi: source, size: '5Gi' }))['PersistentVolume/disk']
        .spec;
    expect(specOf(iscsi).iscsi).toEqual(iscsi);
    expect(specOf({ ...iscsi, secretRef: { name: 'chap', namespace: 'storage' } }).iscsi).toEqual({
      ...iscsi,
      chapAuthDiscovery: true,
      chapAuthSession: true,
      secretRef: { name: 'chap', namespace: 'storage' },
    });
    expect(() => specOf({ ...iscsi, lun: 256 })).toThrow('iscsi.lun: must be an integer, between 0 and 255, got 256');
  });

  test.each<[string, Partial<StaticVolumeProps>, string]>([
    [
      'a claim larger than the volume',
      { claim: { size: '6Gi' } },
      `claim.size: must not be more than the size of the volume, "5Gi", got "6Gi"`,
    ],
    ['the same size in other units', { claim: { size: '5121Mi' } }, 'claim.size: must not be more'],
    [
      'a mode that the volume lacks',
      { claim: { accessModes: ['ReadWriteMany'] } },
      'claim.accessModes: the volume does not have "ReadWriteMany", only "ReadWriteOnce"',
    ],
    [
      'another class',
      { claim: { storageClassName: 'fast' } },
      `claim.storageClassName: must be the class of the volume, "manual", got "fast"`,
    ],
    [
      'another volume mode',
      { claim: { volumeMode: 'Block' } },
      `claim.volumeMode: must be the mode of the volume, "Filesystem", got "Block"`,
    ],
    [
      'two sources',
      { hostPath: { path: '/x' } },
      'exactly one of nfs, hostPath, local, iscsi, csi is required, got nfs and hostPath',
    ],
    [
      'modes that do not go together',
      { accessModes: ['ReadWriteOncePod', 'ReadOnlyMany'] },
      'accessModes: must not contain other modes with "ReadWriteOncePod"',
    ],
  ])('refuses %s', (_, props, message) => {
    expect(refusal((scope) => new StaticVolume(scope, 'pv', { ...nfs, ...props })).join('\n')).toContain(message);
  });

  test('equal sizes fit', () => {
    expect(() =>
      rendered((chart) => new StaticVolume(chart, 'pv', { ...nfs, claim: { size: '5120Mi' } })),
    ).not.toThrow();
  });
});

test('a StorageClass and a claim that uses it', () => {
  const manifests = rendered((chart) => {
    const fast = new StorageClass(chart, 'fast', {
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'gp3' },
      allowVolumeExpansion: true,
      isDefault: true,
    });
    new PersistentVolumeClaim(chart, 'data', {
      size: '20Gi',
      storageClassName: fast,
      accessModes: ['ReadWriteMany'],
      selector: { tier: 'gold' },
    });
  });
  const { metadata, ...fast } = manifests['StorageClass/fast'];
  expect(metadata.annotations).toEqual({ 'storageclass.kubernetes.io/is-default-class': 'true' });
  expect(metadata).not.toHaveProperty('namespace');
  expect(fast).toEqual({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    provisioner: 'ebs.csi.aws.com',
    parameters: { type: 'gp3' },
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
  });
  expect(manifests['PersistentVolumeClaim/data'].spec).toEqual({
    accessModes: ['ReadWriteMany'],
    storageClassName: 'fast',
    selector: { matchLabels: { tier: 'gold' } },
    resources: { requests: { storage: '20Gi' } },
  });
});

test.each<[string, Partial<PersistentVolumeClaimProps>, string]>([
  ['no size', { size: '' }, 'size: must be a quantity'],
  ['no modes', { accessModes: [] }, 'accessModes: must not be empty'],
  ['a bad class name', { storageClassName: 'Fast' }, 'storageClassName: "Fast"'],
])('a claim refuses %s', (_, props, message) => {
  expect(refusal((scope) => new PersistentVolumeClaim(scope, 'data', { size: '1Gi', ...props })).join('\n')).toContain(
    message,
  );
});

test.each<[string, Partial<StorageClassProps>, string]>([
  ['a provisioner that is no name', { provisioner: 'my driver' }, 'provisioner: "my driver"'],
  [
    'a misspelt binding mode',
    { volumeBindingMode: 'WaitForConsumer' as 'Immediate' },
    'volumeBindingMode: must be one of "Immediate", "WaitForFirstConsumer"',
  ],
])('a StorageClass refuses %s', (_, props, message) => {
  expect(refusal((scope) => new StorageClass(scope, 'fast', { provisioner: 'a.b', ...props })).join('\n')).toContain(
    message,
  );
});
