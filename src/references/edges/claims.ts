import type { Edge } from './edge';

/** What the spec of a claim refers to. */
export function claimSpec(from: string, spec: string): Edge[] {
  const rule = 'storage-unknown';
  const source = { kind: 'kind', group: 'apiGroup', otherwise: '/PersistentVolumeClaim' } as const;
  return [
    { from, path: `${spec}.storageClassName`, to: 'storage.k8s.io/StorageClass', rule },
    { from, path: `${spec}.volumeAttributesClassName`, to: 'storage.k8s.io/VolumeAttributesClass', rule },
    { from, path: `${spec}.volumeName`, to: '/PersistentVolume', rule },
    { from, path: `${spec}.dataSource.name`, to: source, rule },
    { from, path: `${spec}.dataSourceRef.name`, to: source, namespace: 'namespace', rule },
  ];
}
