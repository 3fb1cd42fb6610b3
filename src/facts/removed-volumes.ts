/** A volume source that servers accept and nothing mounts any more. */
export interface RemovedVolumeSource {
  /** The field as warnings of the server call it. */
  readonly named: string;
  /** Since when, in the words of those warnings. */
  readonly since: string;
}

/** By field of a volume or PersistentVolume; warningsForPodSpecAndMeta (pkg/api/pod) and warningsForPersistentVolumeSpecAndMeta. */
export const REMOVED_VOLUME_SOURCES = {
  photonPersistentDisk: { named: 'photonPersistentDisk', since: 'deprecated in v1.11, non-functional in v1.16+' },
  scaleIO: { named: 'scaleIO', since: 'deprecated in v1.16, non-functional in v1.22+' },
  flocker: { named: 'flocker', since: 'deprecated in v1.22, non-functional in v1.25+' },
  storageos: { named: 'storageOS', since: 'deprecated in v1.22, non-functional in v1.25+' },
  quobyte: { named: 'quobyte', since: 'deprecated in v1.22, non-functional in v1.25+' },
  glusterfs: { named: 'glusterfs', since: 'deprecated in v1.25, non-functional in v1.26+' },
  cephfs: { named: 'cephfs', since: 'deprecated in v1.28, non-functional in v1.31+' },
  rbd: { named: 'rbd', since: 'deprecated in v1.28, non-functional in v1.31+' },
} as const satisfies Readonly<Record<string, RemovedVolumeSource>>;
