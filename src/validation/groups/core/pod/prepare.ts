import type { Changes } from '../../../rule';
import { containersOf, isSidecar } from './pod-place';

/** First versions in which the server keeps a field; before, the field's feature gate is off and the field is cleared. */
const SINCE = {
  hostUsers: 33,
  supplementalGroupsPolicy: 33,
  seLinuxChangePolicy: 33,
  podResources: 34,
  procMount: 33,
  matchLabelKeysInAffinity: 31,
  resourceClaims: 34,
  resizePolicy: 33,
  sidecars: 29,
  restartRules: 35,
  /** The first version that knows the field on regular containers, and so clears it. */
  clearedRestartPolicy: 34,
  recursiveReadOnly: 31,
  hostnameOverride: 35,
  fileKeyRef: 35,
  sleep: 30,
  imageVolumes: 35,
  mergedSpreadKeys: 34,
} as const;

const remove = (value: any, ...fields: string[]): void => {
  for (const field of fields) if (value !== undefined) delete value[field];
};

/** What the server clears in every pod, in templates too (`dropDisabledFields` of pkg/api/pod/util.go). */
export const podPreparations: Changes = {
  'io.k8s.api.core.v1.Pod': (pod, { minor }) => {
    delete pod.status;
    // Reading an old mistake as one second happens for pods alone.
    if (pod.spec.terminationGracePeriodSeconds < 0) pod.spec.terminationGracePeriodSeconds = 1;
    const labels: Record<string, string> = pod.metadata?.labels ?? {};
    if (minor >= SINCE.mergedSpreadKeys) {
      for (const constraint of pod.spec.topologySpreadConstraints ?? []) {
        addLabelKeys(constraint.labelSelector, constraint.matchLabelKeys, 'In', labels);
      }
    }
    if (minor >= SINCE.matchLabelKeysInAffinity) {
      for (const term of affinityTerms(pod.spec)) {
        addLabelKeys(term.labelSelector, term.matchLabelKeys, 'In', labels);
        addLabelKeys(term.labelSelector, term.mismatchLabelKeys, 'NotIn', labels);
      }
    }
  },
  'io.k8s.api.core.v1.PodSpec': (spec, { minor }) => {
    const off = (feature: keyof typeof SINCE): boolean => minor < SINCE[feature];
    remove(spec, 'schedulingGroup', 'workloadRef');
    if (off('hostUsers')) remove(spec, 'hostUsers');
    if (off('supplementalGroupsPolicy')) remove(spec.securityContext, 'supplementalGroupsPolicy');
    if (off('seLinuxChangePolicy')) remove(spec.securityContext, 'seLinuxChangePolicy');
    if (off('podResources')) remove(spec, 'resources');
    if (off('hostnameOverride')) remove(spec, 'hostnameOverride');
    if (off('resourceClaims')) remove(spec, 'resourceClaims');
    if (off('matchLabelKeysInAffinity')) {
      for (const term of affinityTerms(spec)) remove(term, 'matchLabelKeys', 'mismatchLabelKeys');
    }
    if (off('imageVolumes')) dropImageVolumes(spec);
    for (const volume of spec.volumes ?? []) {
      for (const source of volume.projected?.sources ?? []) remove(source, 'clusterTrustBundle', 'podCertificate');
    }
    for (const { container, field } of containersOf(spec)) {
      prepareContainer(container, field, off);
    }
  },
};

function prepareContainer(container: any, field: string, off: (feature: keyof typeof SINCE) => boolean): void {
  if (off('resizePolicy')) remove(container, 'resizePolicy');
  if (off('resourceClaims')) remove(container.resources, 'claims');
  if (off('procMount') && container.securityContext?.procMount !== undefined) {
    container.securityContext.procMount = 'Default';
  }
  const init = field.startsWith('initContainers');
  if (init && off('sidecars')) remove(container, 'restartPolicy');
  if (off('restartRules')) remove(container, 'restartPolicyRules');
  if (off('restartRules') && !off('clearedRestartPolicy') && !(init && isSidecar(container))) {
    remove(container, 'restartPolicy');
  }
  if (off('recursiveReadOnly')) for (const mount of container.volumeMounts ?? []) remove(mount, 'recursiveReadOnly');
  if (off('fileKeyRef')) for (const { valueFrom } of container.env ?? []) remove(valueFrom, 'fileKeyRef');
  prepareLifecycle(container, off('sleep'));
}

/** The signal that stops a container is behind a gate that is off in every version so far. */
function prepareLifecycle(container: any, withoutSleep: boolean): void {
  const { lifecycle } = container;
  if (lifecycle === undefined) return;
  const stopped = lifecycle.stopSignal !== undefined;
  remove(lifecycle, 'stopSignal');
  if (withoutSleep) {
    for (const hook of ['preStop', 'postStart']) {
      if (lifecycle[hook]?.sleep === undefined) continue;
      remove(lifecycle[hook], 'sleep');
      if (Object.keys(lifecycle[hook]).length === 0) remove(lifecycle, hook);
    }
  }
  if (stopped && Object.keys(lifecycle).length === 0) remove(container, 'lifecycle');
}

function affinityTerms(spec: any): any[] {
  return [spec.affinity?.podAffinity, spec.affinity?.podAntiAffinity].flatMap((affinity: any) => [
    ...(affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...(affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).map((one: any) => one.podAffinityTerm ?? {}),
  ]);
}

function addLabelKeys(
  selector: any,
  keys: readonly string[] = [],
  operator: string,
  labels: Record<string, string>,
): void {
  if (selector === undefined) return;
  for (const key of keys) {
    if (!Object.hasOwn(labels, key)) continue;
    selector.matchExpressions = [...(selector.matchExpressions ?? []), { key, operator, values: [labels[key]] }];
  }
}

function dropImageVolumes(spec: any): void {
  const images = new Set((spec.volumes ?? []).filter((volume: any) => volume.image).map(({ name = '' }: any) => name));
  if (images.size === 0) return;
  spec.volumes = spec.volumes.filter((volume: any) => volume.image === undefined);
  for (const { container } of containersOf(spec)) {
    container.volumeMounts = (container.volumeMounts ?? []).filter(({ name = '' }: any) => !images.has(name));
  }
}
