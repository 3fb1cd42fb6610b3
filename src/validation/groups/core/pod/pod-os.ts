import { containersOf, hasChange, WINDOWS_HAS_NO } from '../../../../facts';
import { fieldChecks, type Report, rules, sortedValues } from '../../../rule';
import { podTexts } from './examples';
import { POD_SPEC } from './pod-ancestors';

const os = podTexts('validateOS');
const hostProcess = podTexts('validateWindowsHostProcessPod');
const windows = podTexts('validateWindows');
const HOST_PROCESS = 'spec.securityContext.windowsOptions.hostProcess';
const NAMES = ['linux', 'windows'];

const TEXTS = {
  'pod-os-required': os.required(
    { '1.28': 'cannot be empty', '1.34': '' },
    'spec.os says for which operating system the pod is made.',
    { 'spec.os': {} },
    { accepts: { 'spec.os': { name: 'linux' } } },
  ),
  'pod-os-unsupported': os.notSupported(
    'supported values: {supported}',
    'Kubernetes runs pods on linux and windows, in lowercase.',
    { 'spec.os': { name: 'Linux' } },
    { accepts: { 'spec.os': { name: 'linux' } } },
  ),
  'linux-pod-windows-options': podTexts('validateLinux').forbidden(
    'windows options cannot be set for a linux pod',
    'The pod says that it is for Linux, where Windows options mean nothing.',
    { 'spec.securityContext.windowsOptions': {} },
    { with: { 'spec.os': { name: 'linux' } } },
  ),
  'windows-pod-linux-field': windows.forbidden(
    'cannot be set for a windows pod',
    'The pod says that it is for Windows, which has no such thing.',
    { 'spec.securityContext.runAsUser': 1000 },
    { with: { 'spec.os': { name: 'windows' } } },
  ),
  'host-process': hostProcess.invalid(
    '{detail}',
    'A Windows pod runs wholly on the host or not at all: all containers are host processes, and the pod uses the network of the host.',
    { 'spec.hostNetwork': false },
    { with: { [HOST_PROCESS]: true, 'spec.hostNetwork': true } },
  ),
  'host-users': podTexts('validateHostUsers').forbidden(
    { '1.28': 'when `pod.Spec.HostUsers` is false', '1.34': 'when `hostUsers` is false' },
    'A pod in a user namespace of its own cannot share other namespaces with the node, nor use its block devices.',
    { 'spec.hostPID': true },
    { with: { 'spec.hostUsers': false }, since: '1.33' },
  ),
} as const;
type ReportRule = Report<keyof typeof TEXTS>;

/** What a pod may not have because of the operating system it is for, or of the host it shares. */
export const podOsRules = rules(POD_SPEC, TEXTS, (node, report) => {
  const { value } = node;
  checkOs(value, report);
  checkHostProcesses(value, report);
  if (value.hostUsers !== false) return;
  if (value.hostNetwork) report('host-users', 'hostNetwork');
  // The server writes these two with a capital letter.
  if (value.hostPID) report('host-users', 'HostPID');
  if (value.hostIPC) report('host-users', 'HostIPC');
  if (!hasChange(node.minor, 'HostUsersDevices')) return;
  for (const { container, field } of containersOf(value)) {
    if ((container.volumeDevices ?? []).length > 0) report('host-users', `${field}.volumeDevices`);
  }
});

function checkOs(spec: any, report: ReportRule): void {
  const { required } = fieldChecks(report);
  if (spec.os === undefined) return;
  const { name = '' } = spec.os;
  if (required('pod-os-required', 'os.name', name)) {
    if (!NAMES.includes(name)) report('pod-os-unsupported', 'os', { value: name, supported: sortedValues(NAMES) });
    else if (name === 'linux') checkLinux(spec, report);
    else checkWindows(spec, report);
  }
}

function checkLinux(spec: any, report: ReportRule): void {
  const field = 'securityContext.windowsOptions';
  if (spec.securityContext?.windowsOptions !== undefined) report('linux-pod-windows-options', field);
  for (const { container, field: node } of containersOf(spec)) {
    if (container.securityContext?.windowsOptions !== undefined)
      report('linux-pod-windows-options', `${node}.${field}`);
  }
}

function checkWindows(spec: any, report: ReportRule): void {
  const surplus = (value: any, names: readonly string[], prefix: string): void => {
    for (const name of names) {
      if (isSet(name, value?.[name])) report('windows-pod-linux-field', `${prefix}${name}`);
    }
  };
  surplus(spec, WINDOWS_HAS_NO.pod, '');
  surplus(spec.securityContext, WINDOWS_HAS_NO.podSecurityContext, 'securityContext.');
  for (const { container, field } of containersOf(spec)) {
    surplus(container.securityContext, WINDOWS_HAS_NO.securityContext, `${field}.securityContext.`);
  }
}

/** Booleans that are no pointers on the server are set when true, lists when not empty, everything else when there. */
function isSet(name: string, value: any): boolean {
  if (name === 'hostPID' || name === 'hostIPC') return value === true;
  return name === 'sysctls' ? (value ?? []).length > 0 : value !== undefined;
}

function checkHostProcesses(spec: any, report: ReportRule): void {
  const ofPod: boolean | undefined = spec.securityContext?.windowsOptions?.hostProcess;
  const containers = containersOf(spec);
  let count = 0;
  for (const { container, field } of containers) {
    const ofContainer: boolean | undefined = container.securityContext?.windowsOptions?.hostProcess;
    if (ofPod !== undefined && ofContainer !== undefined && ofPod !== ofContainer) {
      const detail = `pod hostProcess value must be identical if both are specified, was ${ofPod}`;
      report('host-process', `${field}.securityContext.windowsOptions.hostProcess`, { value: ofContainer, detail });
    }
    if (ofContainer ?? ofPod ?? false) count++;
  }
  if (count === 0) return;
  if (count !== containers.length) {
    const detail = 'If pod contains any hostProcess containers then all containers must be HostProcess containers';
    report('host-process', '', { value: '', detail });
  }
  if (spec.hostNetwork !== true) {
    report('host-process', 'hostNetwork', {
      detail: 'hostNetwork must be true if pod contains any hostProcess containers',
    });
  }
}
