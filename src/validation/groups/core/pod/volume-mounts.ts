import { MOUNT_PROPAGATIONS } from '../../../../facts';
import { fieldChecks, type Report, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { descendingPath, pathWithoutBacksteps } from './paths';
import { CONTAINERS, POD_SPEC } from './pod-ancestors';
import { volumeHint } from './volume-hint';
import { podNameOf, usableVolumes } from './volumes';

const mounts = podTexts('ValidateVolumeMounts');
const devices = podTexts('ValidateVolumeDevices');
const data = { 'spec.volumes': [{ name: 'data', emptyDir: {} }] };
const block = { 'spec.volumes': [{ name: 'disk', persistentVolumeClaim: { claimName: 'disk' } }] };
const mount = (fields: object) => ({
  'spec.containers[0].volumeMounts': [{ name: 'data', mountPath: '/data', ...fields }],
});
const device = (fields: object) => ({
  'spec.containers[0].volumeDevices': [{ name: 'disk', devicePath: '/dev/xvda', ...fields }],
});
const mounted = { with: data, accepts: mount({}) };
const attached = { with: block, accepts: device({}) };
const RECURSIVE = ['Disabled', 'Enabled', 'IfPossible'];

const TEXTS = {
  'mount-required': mounts.required(
    '',
    'A mount names a volume of the pod and the path at which the container sees it.',
    mount({ mountPath: '' }),
    mounted,
  ),
  'mount-volume-unknown': mounts.notFound(
    '',
    'The pod has no volume of that name, or the volume itself is wrong. Volumes are listed in spec.volumes of the same pod.',
    mount({ name: 'date' }),
    mounted,
  ),
  'mount-path': mounts.invalid(
    '{detail}',
    'Every mount of a container has a path of its own, subPath stays inside of the volume, and a volume is either mounted or given as a block device.',
    mount({ subPath: '../etc' }),
    mounted,
  ),
  'mount-choice': mounts.notSupported(
    'supported values: {supported}',
    'The field takes one of the supported values; case matters.',
    mount({ mountPropagation: 'Both' }),
    { with: data, accepts: mount({ mountPropagation: 'HostToContainer' }) },
  ),
  'mount-propagation-privileged': podTexts('validateMountPropagation').forbidden(
    'Bidirectional mount propagation is available only to privileged containers',
    'A container whose mounts reach the node can break out of its box, so it must be privileged.',
    mount({ mountPropagation: 'Bidirectional' }),
    { with: data, accepts: mount({ mountPropagation: 'HostToContainer' }) },
  ),
  'mount-recursive-read-only': podTexts('validateMountRecursiveReadOnly').forbidden(
    'may only be specified when {detail}',
    'recursiveReadOnly makes a read-only mount read-only all the way down, so the mount must be read-only and must not propagate.',
    mount({ recursiveReadOnly: 'Enabled' }),
    { with: data, accepts: mount({ recursiveReadOnly: 'Enabled', readOnly: true }) },
  ),
  'device-required': devices.required(
    '',
    'A block device names a volume of the pod and the path of the device in the container.',
    device({ devicePath: '' }),
    attached,
  ),
  'device-volume-unknown': devices.notFound(
    '',
    'The pod has no volume of that name, or the volume itself is wrong.',
    device({ name: 'disc' }),
    attached,
  ),
  'device-path': devices.invalid(
    '{detail}',
    'Only claims and ephemeral volumes can be block devices, and each device has a name and a path of its own.',
    device({ devicePath: '/dev/../x' }),
    attached,
  ),
} as const;
type ReportRule = Report<keyof typeof TEXTS>;

/** Mounts and block devices of a container. */
export const volumeMountRules = rules(CONTAINERS, TEXTS, (node, report) => {
  const { volumeMounts = [], volumeDevices = [] } = node.value;
  if (volumeMounts.length === 0 && volumeDevices.length === 0) return;
  const spec = node.ancestor(POD_SPEC);
  const volumes = usableVolumes(spec?.value ?? {}, spec && podNameOf(spec), node.minor);
  const reportMount: ReportRule = (id, field, data) => {
    const isUnknown = id === 'mount-volume-unknown' || id === 'device-volume-unknown';
    report(id, field, isUnknown ? { ...data, hint: volumeHint(String(data?.value), spec?.value.volumes ?? []) } : data);
  };
  checkMounts(volumeMounts, lastByName(volumeDevices, 'devicePath'), volumes, node.value, reportMount);
  checkDevices(volumeDevices, lastByName(volumeMounts, 'mountPath'), volumes, reportMount);
});

/** Go fills a map in a loop, so the last entry of a name wins. */
function lastByName(entries: readonly any[], path: string): ReadonlyMap<string, string> {
  return new Map(entries.map((entry) => [entry.name ?? '', entry[path] ?? '']));
}

function checkMounts(
  entries: readonly any[],
  devicePaths: ReadonlyMap<string, string>,
  volumes: ReadonlyMap<string, any>,
  container: any,
  report: ReportRule,
): void {
  const { required, each } = fieldChecks(report);
  const paths = new Map<string, string>();
  each('volumeMounts', entries, (entry, field) => {
    const { name = '', mountPath = '', subPath = '', subPathExpr = '' } = entry;
    const wrong = (at: string, value: string, messages: readonly string[]): void => {
      for (const detail of messages) report('mount-path', at, { value, detail });
    };
    required('mount-required', `${field}.name`, name);
    if (!volumes.has(name)) report('mount-volume-unknown', `${field}.name`, { value: name });
    required('mount-required', `${field}.mountPath`, mountPath);
    const other = paths.get(mountPath);
    if (other !== undefined) {
      const hint = `${other} has this path too; give each mount a path of its own, or put both into one projected volume`;
      report('mount-path', `${field}.mountPath`, { value: mountPath, detail: 'must be unique', hint });
    }
    paths.set(mountPath, `${field}, of volume ${JSON.stringify(name)},`);
    if (devicePaths.has(name)) wrong(`${field}.name`, name, ['must not already exist in volumeDevices']);
    if ([...devicePaths.values()].includes(mountPath)) {
      wrong(`${field}.mountPath`, mountPath, ['must not already exist as a path in volumeDevices']);
    }
    // The server leaves the index out of these paths.
    if (subPath !== '') wrong('volumeMounts.subPath', subPath, descendingPath(subPath));
    if (subPathExpr !== '') {
      if (subPath !== '') {
        wrong(`${field}.subPathExpr`, subPathExpr, ['subPathExpr and subPath are mutually exclusive']);
      }
      wrong('volumeMounts.subPathExpr', subPathExpr, descendingPath(subPathExpr));
    }
    checkModes(entry, container, report);
  });
}

function checkModes({ mountPropagation, recursiveReadOnly, readOnly }: any, container: any, report: ReportRule): void {
  if (mountPropagation !== undefined && !MOUNT_PROPAGATIONS.includes(mountPropagation)) {
    const supported = sortedValues(MOUNT_PROPAGATIONS);
    report('mount-choice', 'volumeMounts.mountPropagation', { value: mountPropagation, supported });
  }
  if (mountPropagation === 'Bidirectional' && container.securityContext?.privileged !== true) {
    report('mount-propagation-privileged', 'volumeMounts.mountPropagation');
  }
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return;
  const field = 'volumeMounts.recursiveReadOnly';
  if (!RECURSIVE.includes(recursiveReadOnly)) {
    report('mount-choice', field, { value: recursiveReadOnly, supported: sortedValues(RECURSIVE) });
    return;
  }
  if (readOnly !== true) report('mount-recursive-read-only', field, { detail: 'readOnly is true' });
  if (mountPropagation !== undefined && mountPropagation !== 'None') {
    report('mount-recursive-read-only', field, { detail: 'mountPropagation is None or not specified' });
  }
}

function checkDevices(
  entries: readonly any[],
  mountPaths: ReadonlyMap<string, string>,
  volumes: ReadonlyMap<string, any>,
  report: ReportRule,
): void {
  const { required, each } = fieldChecks(report);
  const [names, paths] = [new Set<string>(), new Set<string>()];
  each('volumeDevices', entries, (entry, field) => {
    const { name = '', devicePath = '' } = entry;
    const wrong = (at: 'name' | 'devicePath', detail: string): void =>
      report('device-path', `${field}.${at}`, { value: entry[at] ?? '', detail });
    const volume = volumes.get(name);
    required('device-required', `${field}.name`, name);
    if (names.has(name)) wrong('name', 'must be unique');
    if (volume === undefined) report('device-volume-unknown', `${field}.name`, { value: name });
    else if (volume.persistentVolumeClaim === undefined && volume.ephemeral === undefined) {
      wrong('name', 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode');
    }
    required('device-required', `${field}.devicePath`, devicePath);
    if (paths.has(devicePath)) wrong('devicePath', 'must be unique');
    if (pathWithoutBacksteps(devicePath).length > 0) wrong('devicePath', "can not contain backsteps ('..')");
    else paths.add(devicePath);
    if (mountPaths.has(name)) wrong('name', 'must not already exist in volumeMounts');
    if ([...mountPaths.values()].includes(devicePath)) {
      wrong('devicePath', 'must not already exist as a path in volumeMounts');
    }
    if (name !== '') names.add(name);
  });
}
