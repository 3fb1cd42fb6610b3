import { dns1123Label } from '../../../../values';
import { invalid, isEmpty, oneOf, required, within } from './volume-fields';
import type { ReportVolume } from './volume-texts';

type CheckSource = (source: any, field: string, report: ReportVolume) => void;

const needs =
  (...names: string[]): CheckSource =>
  (source, field, report) =>
    required(source, names, field, report);

const needsSecretName = (source: any, field: string, report: ReportVolume): void => {
  if (source.secretRef !== undefined) required(source.secretRef, ['name'], `${field}.secretRef`, report);
};

const disk =
  (name: string): CheckSource =>
  (source, field, report) => {
    required(source, [name], field, report);
    // The server names the range without 0, which stands for the whole disk.
    within(source.partition, 0, 255, `${field}.partition`, report, 'must be between 1 and 255, inclusive');
  };

/** Volumes of storage systems and clouds that once were built into Kubernetes. */
export const STORAGE_VOLUMES = {
  gcePersistentDisk: disk('pdName'),
  awsElasticBlockStore: disk('volumeID'),
  nfs: (source, field, report) => {
    required(source, ['server', 'path'], field, report);
    if (!source.path?.startsWith('/')) invalid(['must be an absolute path'], source.path, `${field}.path`, report);
  },
  iscsi: checkIscsi('must be valid format starting with iqn, eui, or naa'),
  glusterfs: needs('endpoints', 'path'),
  flocker: (source, field, report) => {
    const { datasetName = '', datasetUUID = '' } = source;
    if (datasetName === '' && datasetUUID === '') {
      report('volume-source-required', field, { detail: 'one of datasetName and datasetUUID is required' });
    }
    if (datasetName !== '' && datasetUUID !== '') {
      invalid(['datasetName and datasetUUID can not be specified simultaneously'], 'resource', field, report);
    }
    if (datasetName.includes('/')) invalid(["must not contain '/'"], datasetName, `${field}.datasetName`, report);
  },
  rbd: needs('monitors', 'image'),
  cinder: (source, field, report) => {
    required(source, ['volumeID'], field, report);
    needsSecretName(source, field, report);
  },
  cephfs: needs('monitors'),
  quobyte: checkQuobyte,
  fc: (source, field, report) => {
    const [targets, wwids] = [source.targetWWNs ?? [], source.wwids ?? []];
    if (targets.length === 0 && wwids.length === 0) {
      const detail = 'must specify either targetWWNs or wwids, but not both';
      report('volume-source-required', `${field}.targetWWNs`, { detail });
    }
    if (targets.length > 0 && wwids.length > 0) {
      invalid(['targetWWNs and wwids can not be specified simultaneously'], targets, `${field}.targetWWNs`, report);
    }
    if (targets.length === 0) return;
    if (source.lun === undefined) {
      report('volume-source-required', `${field}.lun`, { detail: 'lun is required if targetWWNs is specified' });
    } else within(source.lun, 0, 255, `${field}.lun`, report);
  },
  flexVolume: (source, field, report) => {
    required(source, ['driver'], field, report);
    for (const key of Object.keys(source.options ?? {})) {
      if (/\.(?:kubernetes|k8s)\.io$/.test(`.${key.split('/', 1)[0]!.toLowerCase()}`)) {
        invalid(['kubernetes.io and k8s.io namespaces are reserved'], key, `${field}.options[${key}]`, report);
      }
    }
  },
  azureFile: needs('secretName', 'shareName'),
  vsphereVolume: needs('volumePath'),
  photonPersistentDisk: needs('pdID'),
  portworxVolume: needs('volumeID'),
  azureDisk: checkAzureDisk,
  storageos: (source, field, report) => {
    const { volumeName = '', volumeNamespace = '' } = source;
    if (volumeName === '') required(source, ['volumeName'], field, report);
    else invalid(dns1123Label(volumeName), volumeName, `${field}.volumeName`, report);
    if (volumeNamespace !== '') {
      invalid(dns1123Label(volumeNamespace), volumeNamespace, `${field}.volumeNamespace`, report);
    }
    needsSecretName(source, field, report);
  },
  scaleIO: needs('gateway', 'system', 'volumeName'),
} satisfies Record<string, CheckSource>;

const ISCSI_FORMATS: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.([A-Za-z0-9\-.]+)(:[^,;*&$|\s]+)$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};

/** A check of iSCSI volumes, with the message for names of an unknown format: it differs for PersistentVolumes. */
export function checkIscsi(unknown: string): (source: any, field: string, report: ReportVolume) => void {
  const problems = (name: string): string[] => {
    const format = ISCSI_FORMATS[name.slice(0, 3)];
    if (format === undefined) return [unknown];
    return format.test(name) ? [] : ['must be valid format'];
  };
  return (source, field, report) => {
    required(source, ['targetPortal', 'iqn'], field, report);
    if (!isEmpty(source.iqn)) invalid(problems(source.iqn), source.iqn, `${field}.iqn`, report);
    within(source.lun, 0, 255, `${field}.lun`, report);
    if ((source.chapAuthDiscovery || source.chapAuthSession) && source.secretRef === undefined) {
      report('volume-source-required', `${field}.secretRef`, { detail: '' });
    }
    const { initiatorName } = source;
    if (initiatorName !== undefined) invalid(problems(initiatorName), initiatorName, `${field}.initiatorname`, report);
  };
}

function checkQuobyte(source: any, field: string, report: ReportVolume): void {
  const { registry = '', tenant = '' } = source;
  const detail = 'must be a host:port pair or multiple pairs separated by commas';
  if (registry === '') report('volume-source-required', `${field}.registry`, { detail });
  else if (tenant.length >= 65) {
    const tooLong = 'must be a UUID and may not exceed a length of 64 characters';
    report('volume-source-required', `${field}.tenant`, { detail: tooLong });
  } else if (!registry.split(',').every(isHostAndPort)) invalid([detail], registry, `${field}.registry`, report);
  required(source, ['volume'], field, report);
}

/** What Go's `net.SplitHostPort` can split. */
function isHostAndPort(text: string): boolean {
  return /^(?:\[[^[\]]*\]|[^:[\]]*):[^:[\]]*$/.test(text);
}

function checkAzureDisk(source: any, field: string, report: ReportVolume): void {
  const { diskURI = '', cachingMode, kind } = source;
  required(source, ['diskName', 'diskURI'], field, report);
  oneOf(cachingMode, ['None', 'ReadOnly', 'ReadWrite'], `${field}.cachingMode`, report);
  oneOf(kind, ['Dedicated', 'Managed', 'Shared'], `${field}.kind`, report);
  const managed = kind === 'Managed';
  if (kind !== undefined && !diskURI.startsWith(managed ? '/subscriptions/' : 'https://')) {
    const pattern = managed
      ? '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}'
      : 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';
    report('volume-source-choice', `${field}.diskURI`, { value: diskURI, supported: [pattern] });
  }
}
