import { hasChange, IMAGE_PULL_POLICIES } from '../../../../facts';
import {
  dns1123Label,
  dns1123Subdomain,
  labelsProblems,
  parseQuantity,
  qualifiedName,
  signOfQuantity,
} from '../../../../values';
import { fieldChecks, rules } from '../../../rule';
import { downwardFile, projectedVolume } from './projected-volume';
import { STORAGE_VOLUMES } from './storage-volumes';
import { descending, fileMode, invalid, isEmpty, keysToPaths, noBacksteps, oneOf, required } from './volume-fields';
import { type ReportVolume, VOLUME_TEXTS } from './volume-texts';

type CheckSource = (source: any, field: string, report: ReportVolume, minor: number) => void;

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
/** All that the API offers beside labels and annotations in the metadata of a claim template. */
const CLAIM_METADATA = /^(?:labels|annotations)$/;

const filesOf =
  (name: string): CheckSource =>
  (source, field, report) => {
    required(source, [name], field, report);
    fileMode(source.defaultMode, `${field}.defaultMode`, report);
    keysToPaths(source.items, field, report);
  };

/** In the server's order: only the first source of a volume is looked at, the others are rejected. */
const SOURCES: readonly (readonly [string, CheckSource])[] = [
  ['emptyDir', emptyDir],
  ['hostPath', hostPath],
  ['gitRepo', gitRepo],
  ['gcePersistentDisk', STORAGE_VOLUMES.gcePersistentDisk],
  ['awsElasticBlockStore', STORAGE_VOLUMES.awsElasticBlockStore],
  ['secret', filesOf('secretName')],
  ['nfs', STORAGE_VOLUMES.nfs],
  ['iscsi', STORAGE_VOLUMES.iscsi],
  ['glusterfs', STORAGE_VOLUMES.glusterfs],
  ['flocker', STORAGE_VOLUMES.flocker],
  ['persistentVolumeClaim', (source, field, report) => required(source, ['claimName'], field, report)],
  ['rbd', STORAGE_VOLUMES.rbd],
  ['cinder', STORAGE_VOLUMES.cinder],
  ['cephfs', STORAGE_VOLUMES.cephfs],
  ['quobyte', STORAGE_VOLUMES.quobyte],
  ['downwardAPI', downwardVolume],
  ['fc', STORAGE_VOLUMES.fc],
  ['flexVolume', STORAGE_VOLUMES.flexVolume],
  ['configMap', filesOf('name')],
  ['azureFile', STORAGE_VOLUMES.azureFile],
  ['vsphereVolume', STORAGE_VOLUMES.vsphereVolume],
  ['photonPersistentDisk', STORAGE_VOLUMES.photonPersistentDisk],
  ['portworxVolume', STORAGE_VOLUMES.portworxVolume],
  ['azureDisk', STORAGE_VOLUMES.azureDisk],
  ['storageos', STORAGE_VOLUMES.storageos],
  ['projected', (source, field, report, minor) => projectedVolume(source, minor, field, report)],
  ['scaleIO', STORAGE_VOLUMES.scaleIO],
  ['csi', csi],
  ['ephemeral', ephemeral],
];
/** Names that the server gives fields in its answers although the API calls them otherwise. */
const PATH_OF_SOURCE: Readonly<Record<string, string>> = { gcePersistentDisk: 'persistentDisk' };
const PATH_OF_SURPLUS: Readonly<Record<string, string>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };

/** Everything about `spec.volumes`. */
export const volumeRules = rules('io.k8s.api.core.v1.PodSpec', VOLUME_TEXTS, (node, report) => {
  if (node.value.volumes === undefined) return;
  checkVolumes(node.value.volumes, podNameOf(node), node.minor, report);
});

const usable = new WeakMap<object, ReadonlyMap<string, any>>();

/** The volumes that mounts can name: on the server a volume with something wrong does not count. */
export function usableVolumes(spec: any, podName: string | undefined, minor: number): ReadonlyMap<string, any> {
  let volumes = usable.get(spec);
  if (volumes === undefined) {
    volumes = checkVolumes(spec.volumes ?? [], podName, minor, () => undefined);
    usable.set(spec, volumes);
  }
  return volumes;
}

/** Name of the pod; a template has none. */
export function podNameOf(node: {
  readonly parent?: { readonly definition: string; readonly value: any };
}): string | undefined {
  const { parent } = node;
  return parent?.definition === 'io.k8s.api.core.v1.Pod' ? parent.value.metadata?.name || undefined : undefined;
}

function checkVolumes(volumes: readonly any[], podName: string | undefined, minor: number, report: ReportVolume) {
  const { each } = fieldChecks(report);
  const named = new Map<string, any>();
  const claims = new Set(
    podName === undefined
      ? []
      : volumes.filter((volume) => volume.ephemeral).map(({ name }) => `${podName}-${name ?? ''}`),
  );
  each('volumes', volumes, (volume, field) => {
    const { name = '' } = volume;
    let problems = 0;
    const note: ReportVolume = (id, at, data) => {
      problems++;
      report(id, at, data);
    };
    checkSource(volume, podName, minor, field, note);
    if (name === '') note('volume-name-required', `${field}.name`);
    else for (const detail of dns1123Label(name)) note('volume-name-format', `${field}.name`, { value: name, detail });
    if (named.has(name)) note('volume-name-duplicate', `${field}.name`, { value: name });
    if (problems === 0) named.set(name, volume);
    const claimName = volume.persistentVolumeClaim?.claimName;
    if (claims.has(claimName)) {
      report('volume-claim-reused', `${field}.persistentVolumeClaim.claimName`, { value: claimName });
    }
  });
  return named;
}

function checkSource(
  volume: any,
  podName: string | undefined,
  minor: number,
  field: string,
  report: ReportVolume,
): void {
  let first: string | undefined;
  for (const [source, check] of SOURCES) {
    if (volume[source] === undefined) continue;
    if (first === undefined) {
      first = source;
      check(volume[source], `${field}.${PATH_OF_SOURCE[source] ?? source}`, report, minor);
    } else report('volume-several-sources', `${field}.${PATH_OF_SURPLUS[source] ?? source}`);
  }
  if (volume.image !== undefined) {
    if (first !== undefined) report('volume-several-sources', `${field}.image`);
    else imageVolume(volume.image, podName !== undefined, `${field}.image`, report);
  } else if (first === undefined) report('volume-source-required', field, { detail: 'must specify a volume type' });
  const { iscsi, name = '' } = volume;
  if (iscsi?.initiatorName !== undefined && `${name}:${iscsi.targetPortal ?? ''}`.length > 64) {
    const detail =
      'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.';
    invalid([detail], name, `${field}.name`, report);
  }
  if (first === 'ephemeral' && podName !== undefined && name !== '') {
    const claim = `${podName}-${name}`;
    invalid(
      dns1123Subdomain(claim).map((message) => `PVC name ${JSON.stringify(claim)}: ${message}`),
      name,
      `${field}.name`,
      report,
    );
  }
}

function emptyDir(source: any, field: string, report: ReportVolume): void {
  const limit = source.sizeLimit === undefined ? undefined : parseQuantity(source.sizeLimit);
  if (limit !== undefined && signOfQuantity(limit) < 0) report('volume-empty-dir-size', `${field}.sizeLimit`);
}

function hostPath(source: any, field: string, report: ReportVolume): void {
  if (isEmpty(source.path)) {
    required(source, ['path'], field, report);
    return;
  }
  noBacksteps(source.path, `${field}.path`, report);
  oneOf(source.type, HOST_PATH_TYPES, `${field}.type`, report);
}

function gitRepo(source: any, field: string, report: ReportVolume): void {
  required(source, ['repository'], field, report);
  descending(source.directory, `${field}.directory`, report);
}

function downwardVolume(source: any, field: string, report: ReportVolume, minor: number): void {
  fileMode(source.defaultMode, `${field}.defaultMode`, report);
  for (const file of source.items ?? []) downwardFile(file, minor, field, report);
}

function csi(source: any, field: string, report: ReportVolume, minor: number): void {
  const { driver = '', nodePublishSecretRef } = source;
  required(source, ['driver'], field, report);
  if (driver.length > 63) report('volume-csi-driver-too-long', `${field}.driver`);
  // Up to 1.34 the server goes on with an empty name.
  if (driver !== '' || !hasChange(minor, 'CsiDriverNameAlone'))
    invalid(dns1123Subdomain(driver.toLowerCase()), driver, `${field}.driver`, report);
  if (nodePublishSecretRef === undefined) return;
  const { name = '' } = nodePublishSecretRef;
  if (name === '') required(nodePublishSecretRef, ['name'], `${field}.nodePublishSecretRef`, report);
  else invalid(dns1123Subdomain(name), name, `${field}.name`, report);
}

function ephemeral(source: any, field: string, report: ReportVolume): void {
  const metadata = source.volumeClaimTemplate?.metadata;
  required(source, ['volumeClaimTemplate'], field, report);
  if (metadata === undefined) return;
  const node = `${field}.volumeClaimTemplate.metadata`;
  for (const detail of labelsProblems(metadata.labels, 'labels')) {
    report('volume-claim-template-labels', `${node}.labels`, { value: detail.value, detail: detail.message });
  }
  for (const key of Object.keys(metadata.annotations ?? {})) {
    for (const detail of qualifiedName(key.toLowerCase())) {
      report('volume-claim-template-labels', `${node}.annotations`, { value: key, detail });
    }
  }
  for (const [name, value] of Object.entries(metadata)) {
    if (CLAIM_METADATA.test(name) || value === '' || value === 0) continue;
    report('volume-claim-template-metadata', `${node}.${name === 'uid' ? 'uID' : name}`);
  }
}

function imageVolume(image: any, inPod: boolean, field: string, report: ReportVolume): void {
  if (inPod) required(image, ['reference'], field, report);
  if (isEmpty(image.pullPolicy)) required(image, ['pullPolicy'], field, report);
  else oneOf(image.pullPolicy, IMAGE_PULL_POLICIES, `${field}.pullPolicy`, report);
}
