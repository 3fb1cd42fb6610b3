import { gatesOf } from '../../../../facts';
import type { Change, Changes } from '../../../rule';
import { defaultPodResources } from './resource-defaults';

const setWhenEmpty = (value: any, fields: Readonly<Record<string, unknown>>): void => {
  for (const [field, fallback] of Object.entries(fields)) {
    const own = value[field];
    if (own === undefined || own === '' || own === 0) value[field] = fallback;
  }
};

const container: Change = (value) => {
  setWhenEmpty(value, {
    imagePullPolicy: pullPolicyOf(value.image ?? ''),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
  });
};

/** Host and port, path, tag and digest of an image, as github.com/distribution/reference reads them. */
const HOST = String.raw`(?:\[[0-9a-fA-F:]+\]|[a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?(?:\.[a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?)*)(?::\d+)?`;
const PATH = String.raw`[a-z\d]+(?:(?:\.|_|__|-+)[a-z\d]+)*`;
const DIGEST = String.raw`[A-Za-z][A-Za-z\d]*(?:[-_+.][A-Za-z][A-Za-z\d]*)*:[\da-fA-F]{32,}`;
const IMAGE = new RegExp(
  String.raw`^(?:${HOST}/)?${PATH}(?:/${PATH})*(?::(?<tag>\w[\w.-]{0,127}))?(?<digest>@${DIGEST})?$`,
);

/** `Always` for an image without tag and digest, or with the tag `latest`; not for one that cannot be read. */
function pullPolicyOf(image: string): string {
  const parts = IMAGE.exec(image)?.groups;
  const isLatest = parts !== undefined && (parts.tag ?? (parts.digest === undefined ? 'latest' : '')) === 'latest';
  return isLatest ? 'Always' : 'IfNotPresent';
}

const defaultMode: Change = (value) => {
  value.defaultMode ??= 0o644;
};

const iscsi: Change = (source) => setWhenEmpty(source, { iscsiInterface: 'default' });
const rbd: Change = (source) => setWhenEmpty(source, { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' });
const scaleIo: Change = (source) => setWhenEmpty(source, { storageMode: 'ThinProvisioned', fsType: 'xfs' });

const isEmptyVolume = (volume: any): boolean => Object.keys(volume).every((field) => field === 'name');

/** Requests default to limits, which the server does for kind Pod alone. */
function requestsFromLimits(pod: any): void {
  for (const list of ['containers', 'initContainers']) {
    for (const { resources } of pod.spec?.[list] ?? []) {
      if (resources?.limits !== undefined) resources.requests = { ...resources.limits, ...resources.requests };
    }
  }
}

function hostPorts(spec: any): void {
  for (const list of ['containers', 'initContainers']) {
    for (const { ports = [] } of spec[list] ?? []) {
      for (const port of ports) setWhenEmpty(port, { hostPort: port.containerPort });
    }
  }
}

/** Defaults of pods and of what is in them (pkg/apis/core/v1/defaults.go). */
export const podDefaults: Changes = {
  'io.k8s.api.core.v1.Pod': (pod, node) => {
    requestsFromLimits(pod);
    if (gatesOf(node.minor).has('PodLevelResources')) defaultPodResources(pod.spec);
    if (pod.spec.hostNetwork === true) hostPorts(pod.spec);
    pod.spec.enableServiceLinks ??= true;
  },
  'io.k8s.api.core.v1.PodSpec': (spec) => {
    setWhenEmpty(spec, { dnsPolicy: 'ClusterFirst', restartPolicy: 'Always', schedulerName: 'default-scheduler' });
    spec.securityContext ??= {};
    spec.terminationGracePeriodSeconds ??= 30;
    // The old name of the field is copied when the object is converted, and back when it is returned.
    spec.serviceAccountName ||= spec.serviceAccount;
    if (spec.serviceAccountName) spec.serviceAccount = spec.serviceAccountName;
  },
  'io.k8s.api.core.v1.Container': container,
  'io.k8s.api.core.v1.EphemeralContainer': container,
  'io.k8s.api.core.v1.ContainerPort': (port) => setWhenEmpty(port, { protocol: 'TCP' }),
  'io.k8s.api.core.v1.Probe': (probe) => {
    setWhenEmpty(probe, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 });
  },
  'io.k8s.api.core.v1.HTTPGetAction': (action) => setWhenEmpty(action, { path: '/', scheme: 'HTTP' }),
  'io.k8s.api.core.v1.GRPCAction': (action) => {
    action.service ??= '';
  },
  'io.k8s.api.core.v1.ObjectFieldSelector': (selector) => setWhenEmpty(selector, { apiVersion: 'v1' }),
  'io.k8s.api.core.v1.Volume': (volume, node) => {
    if (isEmptyVolume(volume)) volume.emptyDir = {};
    if (gatesOf(node.minor).has('ImageVolume') && volume.image !== undefined) {
      setWhenEmpty(volume.image, { pullPolicy: pullPolicyOf(volume.image.reference ?? '') });
    }
  },
  'io.k8s.api.core.v1.HostPathVolumeSource': (source) => {
    source.type ??= '';
  },
  'io.k8s.api.core.v1.SecretVolumeSource': defaultMode,
  'io.k8s.api.core.v1.ConfigMapVolumeSource': defaultMode,
  'io.k8s.api.core.v1.DownwardAPIVolumeSource': defaultMode,
  'io.k8s.api.core.v1.ProjectedVolumeSource': defaultMode,
  'io.k8s.api.core.v1.ServiceAccountTokenProjection': (token) => {
    token.expirationSeconds ??= 3600;
  },
  'io.k8s.api.core.v1.AzureDiskVolumeSource': (source) => {
    source.cachingMode ??= 'ReadWrite';
    source.kind ??= 'Shared';
    source.fsType ??= 'ext4';
    source.readOnly ??= false;
  },
  'io.k8s.api.core.v1.ISCSIVolumeSource': iscsi,
  'io.k8s.api.core.v1.ISCSIPersistentVolumeSource': iscsi,
  'io.k8s.api.core.v1.RBDVolumeSource': rbd,
  'io.k8s.api.core.v1.RBDPersistentVolumeSource': rbd,
  'io.k8s.api.core.v1.ScaleIOVolumeSource': scaleIo,
  'io.k8s.api.core.v1.ScaleIOPersistentVolumeSource': scaleIo,
};
