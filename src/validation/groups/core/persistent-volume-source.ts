import { hasChange } from '../../../facts';
import { byteLength, dns1123Label, dns1123Subdomain } from '../../../values';
import { type DecodedDefinition, rules } from '../../rule';
import { checkIscsi, STORAGE_VOLUMES } from './pod/storage-volumes';
import { invalid, noBacksteps, oneOf, required } from './pod/volume-fields';
import { type ReportVolume, VOLUME_TEXTS } from './pod/volume-texts';
import { persistentVolume } from './storage-examples';

/** A field of a volume that says where its data is. */
type VolumeSource = keyof DecodedDefinition<'io.k8s.api.core.v1.PersistentVolumeSpec'>;
type CheckSource = (source: any, field: string, report: ReportVolume, volumeName: string, minor: number) => void;

const HOST_PATH_TYPES = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];
const LONGEST_DRIVER = 63;
const LONGEST_ISCSI = 64;
const checkPersistentIscsi = checkIscsi('must be valid format');
const CSI_SECRETS = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
];

const withSecretNamespace =
  (check: CheckSource): CheckSource =>
  (source, field, report, volumeName, minor) => {
    check(source, field, report, volumeName, minor);
    if (source.secretRef !== undefined) required(source.secretRef, ['namespace'], `${field}.secretRef`, report);
  };

function pathOf(source: any, field: string, report: ReportVolume): void {
  required(source, ['path'], field, report);
  noBacksteps(source.path, `${field}.path`, report);
}

/** In the server's order: only the first source is looked at, the others are rejected. */
const SOURCES: readonly (readonly [VolumeSource, CheckSource])[] = [
  [
    'hostPath',
    (source, field, report) => {
      pathOf(source, field, report);
      if (source.path) oneOf(source.type, HOST_PATH_TYPES, `${field}.type`, report);
    },
  ],
  ['gcePersistentDisk', STORAGE_VOLUMES.gcePersistentDisk],
  ['awsElasticBlockStore', STORAGE_VOLUMES.awsElasticBlockStore],
  [
    'glusterfs',
    (source, field, report) => {
      STORAGE_VOLUMES.glusterfs(source, field, report);
      const namespace: string | undefined = source.endpointsNamespace;
      if (namespace === undefined) return;
      const problems =
        namespace === ''
          ? ['if the endpointnamespace is set, it must be a valid namespace name']
          : dns1123Label(namespace);
      invalid(problems, namespace, `${field}.endpointsNamespace`, report);
    },
  ],
  ['flocker', STORAGE_VOLUMES.flocker],
  ['nfs', STORAGE_VOLUMES.nfs],
  ['rbd', STORAGE_VOLUMES.rbd],
  ['quobyte', STORAGE_VOLUMES.quobyte],
  ['cephfs', STORAGE_VOLUMES.cephfs],
  [
    'iscsi',
    (source, field, report, volumeName) => {
      checkPersistentIscsi(source, field, report);
      const { targetPortal = '', initiatorName, secretRef } = source;
      if (initiatorName !== undefined && byteLength(`${volumeName}:${targetPortal}`) > LONGEST_ISCSI) {
        const detail =
          'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';
        invalid([detail], targetPortal, `${field}.targetportal`, report);
      }
      if (secretRef !== undefined) required(secretRef, ['name'], `${field}.secretRef`, report);
    },
  ],
  ['cinder', withSecretNamespace(STORAGE_VOLUMES.cinder)],
  ['fc', STORAGE_VOLUMES.fc],
  ['flexVolume', STORAGE_VOLUMES.flexVolume],
  [
    'azureFile',
    (source, field, report) => {
      STORAGE_VOLUMES.azureFile(source, field, report);
      if (source.secretNamespace !== undefined) required(source, ['secretNamespace'], field, report);
    },
  ],
  ['vsphereVolume', STORAGE_VOLUMES.vsphereVolume],
  ['photonPersistentDisk', STORAGE_VOLUMES.photonPersistentDisk],
  ['portworxVolume', STORAGE_VOLUMES.portworxVolume],
  ['azureDisk', STORAGE_VOLUMES.azureDisk],
  ['scaleIO', STORAGE_VOLUMES.scaleIO],
  ['local', pathOf],
  ['storageos', withSecretNamespace(STORAGE_VOLUMES.storageos)],
  ['csi', checkCsi],
];

/** Names that the server gives fields in its answers although the API calls them otherwise. */
const PATH_OF_SOURCE: Readonly<Record<string, string>> = { gcePersistentDisk: 'persistentDisk' };
const PATH_OF_SURPLUS: Readonly<Record<string, string>> = { cephfs: 'cephFS' };

function checkCsi(source: any, field: string, report: ReportVolume, _volumeName: string, minor: number): void {
  const { driver = '' } = source;
  required(source, ['driver', 'volumeHandle'], field, report);
  // Up to 1.34 an empty name is reported of twice.
  if (driver !== '' || !hasChange(minor, 'CsiDriverNameAlone')) {
    if (byteLength(driver) > LONGEST_DRIVER) report('volume-csi-driver-too-long', `${field}.driver`);
    invalid(dns1123Subdomain(driver.toLowerCase()), driver, `${field}.driver`, report);
  }
  for (const name of CSI_SECRETS) {
    const secret = source[name];
    if (secret === undefined) continue;
    const at = `${field}.${name}`;
    required(secret, ['name', 'namespace'], at, report);
    if (secret.name) invalid(dns1123Subdomain(secret.name), secret.name, `${at}.name`, report);
    if (secret.namespace) invalid(dns1123Label(secret.namespace), secret.namespace, `${at}.namespace`, report);
  }
}

/** The source that counts when a volume has several. */
export function firstSourceOf(spec: any): string | undefined {
  return SOURCES.map(([name]) => name).find((name) => spec[name] !== undefined);
}

/** Where the data of a volume lies. */
export const persistentVolumeSourceRules = rules(
  'io.k8s.api.core.v1.PersistentVolumeSpec',
  {
    'volume-several-sources': VOLUME_TEXTS['volume-several-sources'],
    'volume-source-required': VOLUME_TEXTS['volume-source-required'],
    'volume-source-value': VOLUME_TEXTS['volume-source-value'],
    'volume-source-choice': VOLUME_TEXTS['volume-source-choice'],
    'volume-file-path': VOLUME_TEXTS['volume-file-path'],
    'volume-csi-driver-too-long': VOLUME_TEXTS['volume-csi-driver-too-long'],
    'persistent-volume-source-required': {
      reason: 'FieldValueRequired',
      message: 'must specify a volume type',
      why: 'The volume needs a source, where its data is: csi, nfs, local, hostPath, or another one.',
      source: 'ValidatePersistentVolumeSpec (pkg/apis/core/validation)',
      refused: persistentVolume({ hostPath: undefined }),
      accepted: persistentVolume({ hostPath: undefined, nfs: { server: 'nfs.example.com', path: '/' } }),
    },
  },
  (node, report) => {
    const reportVolume: ReportVolume = (id, field, data) => report(id as Parameters<typeof report>[0], field, data);
    const volumeName: string = node.parent?.value.metadata?.name ?? '';
    let found = false;
    for (const [name, check] of SOURCES) {
      const value = node.value[name];
      if (value === undefined) continue;
      // A flexVolume is let in beside others.
      if (found && name !== 'flexVolume') report('volume-several-sources', PATH_OF_SURPLUS[name] ?? name);
      else check(value, PATH_OF_SOURCE[name] ?? name, reportVolume, volumeName, node.minor);
      found = true;
    }
    if (!found) report('persistent-volume-source-required', '');
  },
);
