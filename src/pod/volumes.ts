import type { coreV1 } from '../kubernetes';
import { checkedFactories, checkProps } from '../props';
import { dns1123Label } from '../values';
import { checkOneOf, checkQuantity, checkSize, checkText, definedFields, nameOf, type ObjectReference } from './checks';
import type { Projection } from './projection';
import { PodVolume } from './volume';
import { type DownwardFile, downwardItems, type FileOptions, filesOf, type ModeOptions } from './volume-files';

/** Type of a hostPath; `…OrCreate` creates it if it does not exist. */
export type HostPathType =
  | 'Directory'
  | 'DirectoryOrCreate'
  | 'File'
  | 'FileOrCreate'
  | 'Socket'
  | 'CharDevice'
  | 'BlockDevice';

const HOST_PATH_TYPES: readonly HostPathType[] = [
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
  'CharDevice',
  'BlockDevice',
];

/** Name of the volume in the pod. @default the name of the object */
export interface VolumeNameOptions {
  readonly name?: string;
}

function made(name: string, source: Omit<coreV1.Volume, 'name'>, contents?: readonly ObjectReference[]): PodVolume {
  checkProps('Volumes', (reportIssue) => checkText(reportIssue, 'name', name, dns1123Label));
  return new PodVolume(name, source, contents);
}

/** The name of an object as a volume name, which cannot contain dots. */
const asVolumeName = (named: ObjectReference) => nameOf(named).replaceAll('.', '-');

/**
 * Volumes of pods. Each method throws PropsError when its props are invalid.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/
 * @example
 * const logs = Volumes.emptyDir('logs', { sizeLimit: '1Gi' });
 * new WebApp(chart, 'shop', { ..., mounts: [logs.at('/var/log/shop'), Volumes.secret('tls').at('/etc/tls')] });
 */
export const Volumes = checkedFactories('Volumes', {
  /** A directory with the lifetime of the pod. `medium: 'Memory'` counts as memory of the containers. */
  emptyDir(name: string, options: { readonly medium?: 'Memory'; readonly sizeLimit?: string } = {}): PodVolume {
    checkProps(`Volumes.emptyDir(${JSON.stringify(name)})`, (reportIssue) => {
      checkOneOf(reportIssue, 'medium', options.medium, ['Memory']);
      checkQuantity(reportIssue, 'sizeLimit', options.sizeLimit);
    });
    return made(name, { emptyDir: definedFields({ medium: options.medium, sizeLimit: options.sizeLimit }) });
  },

  /** Keys of a ConfigMap as files. */
  configMap(configMap: ObjectReference, options: FileOptions & ModeOptions & VolumeNameOptions = {}): PodVolume {
    const source = definedFields(filesOf('Volumes.configMap', configMap, options));
    return made(options.name ?? asVolumeName(configMap), { configMap: source }, [configMap]);
  },

  /** Keys of a Secret as files. */
  secret(secret: ObjectReference, options: FileOptions & ModeOptions & VolumeNameOptions = {}): PodVolume {
    const { name, ...files } = filesOf('Volumes.secret', secret, options);
    const source = definedFields({ secretName: name, ...files });
    return made(options.name ?? asVolumeName(secret), { secret: source }, [secret]);
  },

  /** Several sources in one directory. */
  projected(name: string, sources: readonly Projection[], options: ModeOptions = {}): PodVolume {
    checkProps(`Volumes.projected(${JSON.stringify(name)})`, (reportIssue) => {
      if (sources.length === 0) reportIssue('sources', 'must contain at least one source');
    });
    const projected = { sources: sources.map(({ source }) => source), defaultMode: options.mode };
    return made(
      name,
      { projected: definedFields(projected) },
      sources.flatMap(({ content }) => content ?? []),
    );
  },

  /** Fields of the pod as files, updated when they change: `{ labels: 'metadata.labels' }`. */
  downwardApi(name: string, files: Readonly<Record<string, DownwardFile>>, options: ModeOptions = {}): PodVolume {
    return made(name, { downwardAPI: definedFields({ items: downwardItems(files), defaultMode: options.mode }) });
  },

  /** A file or directory of the node. Not allowed by the `baseline` and `restricted` Pod Security levels. */
  hostPath(name: string, path: string, options: { readonly type?: HostPathType } = {}): PodVolume {
    checkProps(`Volumes.hostPath(${JSON.stringify(name)})`, (reportIssue) => {
      if (!path.startsWith('/') || path.split('/').includes('..')) {
        reportIssue('path', `must be an absolute path without "..", got ${JSON.stringify(path)}`);
      }
      checkOneOf(reportIssue, 'type', options.type, HOST_PATH_TYPES);
    });
    return made(name, { hostPath: definedFields({ path, type: options.type }) });
  },

  /** A directory on an NFS server. Not allowed by the `restricted` Pod Security level: use a PersistentVolume instead. */
  nfs(
    name: string,
    source: { readonly server: string; readonly path: string; readonly readOnly?: boolean },
  ): PodVolume {
    checkProps(`Volumes.nfs(${JSON.stringify(name)})`, (reportIssue) => {
      if (source.server === '') reportIssue('server', 'must be a host name or address');
      if (!source.path.startsWith('/'))
        reportIssue('path', `must be an absolute path, got ${JSON.stringify(source.path)}`);
    });
    return made(name, { nfs: definedFields({ ...source }) });
  },

  /** A PersistentVolumeClaim. */
  claim(claim: ObjectReference, options: VolumeNameOptions & { readonly readOnly?: boolean } = {}): PodVolume {
    const source = definedFields({ claimName: nameOf(claim), readOnly: options.readOnly });
    return made(options.name ?? asVolumeName(claim), { persistentVolumeClaim: source }, [claim]);
  },

  /** A volume that a CSI driver creates for the pod. */
  csi(
    name: string,
    source: {
      readonly driver: string;
      readonly attributes?: Readonly<Record<string, string>>;
      readonly fsType?: string;
      readonly readOnly?: boolean;
      /** Secret that the driver needs to publish the volume. */
      readonly secret?: ObjectReference;
    },
  ): PodVolume {
    const { driver, attributes, fsType, readOnly, secret } = source;
    const nodePublishSecretRef = secret === undefined ? undefined : { name: nameOf(secret) };
    const csi = { driver, fsType, readOnly, nodePublishSecretRef, volumeAttributes: attributes && { ...attributes } };
    return made(name, { csi: definedFields(csi) });
  },

  /** A generic ephemeral volume: a claim that is created and deleted with the pod. */
  ephemeral(
    name: string,
    claim: {
      readonly size: string;
      readonly storageClassName?: ObjectReference;
      readonly accessModes?: readonly ('ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadOnlyMany' | 'ReadWriteMany')[];
    },
  ): PodVolume {
    checkProps(`Volumes.ephemeral(${JSON.stringify(name)})`, (reportIssue) =>
      checkSize(reportIssue, 'size', claim.size),
    );
    const spec = definedFields({
      accessModes: [...(claim.accessModes ?? ['ReadWriteOnce' as const])],
      storageClassName: claim.storageClassName && nameOf(claim.storageClassName),
      resources: { requests: { storage: claim.size } },
    });
    return made(name, { ephemeral: { volumeClaimTemplate: { spec } } });
  },

  /** Any other volume source, as in the manifest. */
  of(name: string, source: Omit<coreV1.Volume, 'name'>): PodVolume {
    return made(name, source);
  },
});
