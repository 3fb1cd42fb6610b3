import { dns1123Label } from '../../../../values';
import { invalid, isEmpty, oneOf, required, within } from './volume-fields';
import type { TellVolume } from './volume-texts';

type CheckSource = (source: any, field: string, tell: TellVolume) => void;

const needs =
  (...names: string[]): CheckSource =>
  (source, field, tell) =>
    required(source, names, field, tell);

const needsSecretName = (source: any, field: string, tell: TellVolume): void => {
  if (source.secretRef !== undefined) required(source.secretRef, ['name'], `${field}.secretRef`, tell);
};

const disk =
  (name: string): CheckSource =>
  (source, field, tell) => {
    required(source, [name], field, tell);
    within(source.partition, 0, 255, `${field}.partition`, tell);
  };

/** Volumes of storage systems and clouds that once were built into Kubernetes. */
export const STORAGE_VOLUMES = {
  gcePersistentDisk: disk('pdName'),
  awsElasticBlockStore: disk('volumeID'),
  nfs: (source, field, tell) => {
    required(source, ['server', 'path'], field, tell);
    if (!source.path?.startsWith('/')) invalid(['must be an absolute path'], source.path, `${field}.path`, tell);
  },
  iscsi: checkIscsi,
  glusterfs: needs('endpoints', 'path'),
  flocker: (source, field, tell) => {
    const { datasetName = '', datasetUUID = '' } = source;
    if (datasetName === '' && datasetUUID === '') {
      tell('volume-source-required', field, { detail: 'one of datasetName and datasetUUID is required' });
    }
    if (datasetName !== '' && datasetUUID !== '') {
      invalid(['datasetName and datasetUUID can not be specified simultaneously'], 'resource', field, tell);
    }
    if (datasetName.includes('/')) invalid(["must not contain '/'"], datasetName, `${field}.datasetName`, tell);
  },
  rbd: needs('monitors', 'image'),
  cinder: (source, field, tell) => {
    required(source, ['volumeID'], field, tell);
    needsSecretName(source, field, tell);
  },
  cephfs: needs('monitors'),
  quobyte: checkQuobyte,
  fc: (source, field, tell) => {
    const [targets, wwids] = [source.targetWWNs ?? [], source.wwids ?? []];
    if (targets.length === 0 && wwids.length === 0) {
      const detail = 'must specify either targetWWNs or wwids, but not both';
      tell('volume-source-required', `${field}.targetWWNs`, { detail });
    }
    if (targets.length > 0 && wwids.length > 0) {
      invalid(['targetWWNs and wwids can not be specified simultaneously'], targets, `${field}.targetWWNs`, tell);
    }
    if (targets.length === 0) return;
    if (source.lun === undefined) {
      tell('volume-source-required', `${field}.lun`, { detail: 'lun is required if targetWWNs is specified' });
    } else within(source.lun, 0, 255, `${field}.lun`, tell);
  },
  flexVolume: (source, field, tell) => {
    required(source, ['driver'], field, tell);
    for (const key of Object.keys(source.options ?? {})) {
      if (/\.(?:kubernetes|k8s)\.io$/.test(`.${key.split('/', 1)[0]!.toLowerCase()}`)) {
        invalid(['kubernetes.io and k8s.io namespaces are reserved'], key, `${field}.options[${key}]`, tell);
      }
    }
  },
  azureFile: needs('secretName', 'shareName'),
  vsphereVolume: needs('volumePath'),
  photonPersistentDisk: needs('pdID'),
  portworxVolume: needs('volumeID'),
  azureDisk: checkAzureDisk,
  storageos: (source, field, tell) => {
    const { volumeName = '', volumeNamespace = '' } = source;
    if (volumeName === '') required(source, ['volumeName'], field, tell);
    else invalid(dns1123Label(volumeName), volumeName, `${field}.volumeName`, tell);
    if (volumeNamespace !== '') {
      invalid(dns1123Label(volumeNamespace), volumeNamespace, `${field}.volumeNamespace`, tell);
    }
    needsSecretName(source, field, tell);
  },
  scaleIO: needs('gateway', 'system', 'volumeName'),
} satisfies Record<string, CheckSource>;

const ISCSI_FORMATS: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.([A-Za-z0-9\-.]+)(:[^,;*&$|\s]+)$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};

function iscsiName(name: string): string[] {
  const format = ISCSI_FORMATS[name.slice(0, 3)];
  if (format === undefined) return ['must be valid format starting with iqn, eui, or naa'];
  return format.test(name) ? [] : ['must be valid format'];
}

function checkIscsi(source: any, field: string, tell: TellVolume): void {
  required(source, ['targetPortal', 'iqn'], field, tell);
  if (!isEmpty(source.iqn)) invalid(iscsiName(source.iqn), source.iqn, `${field}.iqn`, tell);
  within(source.lun, 0, 255, `${field}.lun`, tell);
  if ((source.chapAuthDiscovery || source.chapAuthSession) && source.secretRef === undefined) {
    tell('volume-source-required', `${field}.secretRef`, { detail: '' });
  }
  const { initiatorName } = source;
  if (initiatorName !== undefined) invalid(iscsiName(initiatorName), initiatorName, `${field}.initiatorname`, tell);
}

function checkQuobyte(source: any, field: string, tell: TellVolume): void {
  const { registry = '', tenant = '' } = source;
  const detail = 'must be a host:port pair or multiple pairs separated by commas';
  if (registry === '') tell('volume-source-required', `${field}.registry`, { detail });
  else if (tenant.length >= 65) {
    const tooLong = 'must be a UUID and may not exceed a length of 64 characters';
    tell('volume-source-required', `${field}.tenant`, { detail: tooLong });
  } else if (!registry.split(',').every(isHostAndPort)) invalid([detail], registry, `${field}.registry`, tell);
  required(source, ['volume'], field, tell);
}

/** What Go's `net.SplitHostPort` can split. */
function isHostAndPort(text: string): boolean {
  return /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/.test(text);
}

function checkAzureDisk(source: any, field: string, tell: TellVolume): void {
  const { diskURI = '', cachingMode, kind } = source;
  required(source, ['diskName', 'diskURI'], field, tell);
  oneOf(cachingMode, ['None', 'ReadOnly', 'ReadWrite'], `${field}.cachingMode`, tell);
  oneOf(kind, ['Dedicated', 'Managed', 'Shared'], `${field}.kind`, tell);
  const managed = kind === 'Managed';
  if (kind !== undefined && !diskURI.startsWith(managed ? '/subscriptions/' : 'https://')) {
    const pattern = managed
      ? '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}'
      : 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';
    tell('volume-source-choice', `${field}.diskURI`, { value: diskURI, supported: [pattern] });
  }
}
