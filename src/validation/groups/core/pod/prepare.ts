import { containersOf, type FeatureGate, gatesOf, hasChange } from '../../../../facts';
import type { Changes } from '../../../rule';
import { APP_ARMOR } from './annotations';
import { isSidecar } from './pod-ancestors';

/** Whether a feature gate is off, so that the server clears its fields. */
type Off = (gate: FeatureGate) => boolean;

const offIn =
  (minor: number): Off =>
  (gate) =>
    !gatesOf(minor).has(gate);

const remove = (value: any, ...fields: string[]): void => {
  for (const field of fields) if (value !== undefined) delete value[field];
};

/** What the server clears in every pod, in templates too (`dropDisabledFields` of pkg/api/pod/util.go). */
export const podPreparations: Changes = {
  'io.k8s.api.core.v1.Pod': (pod, { minor }) => {
    delete pod.status;
    // Reading an old mistake as one second happens for pods alone.
    if (pod.spec.terminationGracePeriodSeconds < 0) pod.spec.terminationGracePeriodSeconds = 1;
    if (gatesOf(minor).has('AppArmorFields') && !hasChange(minor, 'AppArmorFieldsOnly')) copyAppArmorProfiles(pod);
    const labels: Record<string, string> = pod.metadata?.labels ?? {};
    if (gatesOf(minor).has('MatchLabelKeysInPodTopologySpreadSelectorMerge')) {
      for (const constraint of pod.spec.topologySpreadConstraints ?? []) {
        addLabelKeys(constraint.labelSelector, constraint.matchLabelKeys, 'In', labels);
      }
    }
    if (gatesOf(minor).has('MatchLabelKeysInPodAffinity')) {
      for (const term of affinityTerms(pod.spec)) {
        addLabelKeys(term.labelSelector, term.matchLabelKeys, 'In', labels);
        addLabelKeys(term.labelSelector, term.mismatchLabelKeys, 'NotIn', labels);
      }
    }
  },
  'io.k8s.api.core.v1.PodSpec': (spec, { minor }) => {
    const off = offIn(minor);
    remove(spec, 'schedulingGroup', 'workloadRef');
    if (off('UserNamespacesSupport')) remove(spec, 'hostUsers');
    if (off('SupplementalGroupsPolicy')) remove(spec.securityContext, 'supplementalGroupsPolicy');
    if (off('SELinuxChangePolicy')) remove(spec.securityContext, 'seLinuxChangePolicy');
    if (off('PodLevelResources')) remove(spec, 'resources');
    if (off('HostnameOverride')) remove(spec, 'hostnameOverride');
    if (off('DynamicResourceAllocation')) remove(spec, 'resourceClaims');
    if (off('MatchLabelKeysInPodAffinity')) {
      for (const term of affinityTerms(spec)) remove(term, 'matchLabelKeys', 'mismatchLabelKeys');
    }
    if (off('ImageVolume')) dropImageVolumes(spec);
    for (const volume of spec.volumes ?? []) {
      for (const source of volume.projected?.sources ?? []) remove(source, 'clusterTrustBundle', 'podCertificate');
    }
    for (const { container, field } of containersOf(spec)) {
      prepareContainer(container, field, minor);
    }
  },
};

function prepareContainer(container: any, field: string, minor: number): void {
  const off = offIn(minor);
  if (off('InPlacePodVerticalScaling')) remove(container, 'resizePolicy');
  if (off('DynamicResourceAllocation')) remove(container.resources, 'claims');
  if (off('ProcMountType') && container.securityContext?.procMount !== undefined) {
    container.securityContext.procMount = 'Default';
  }
  const init = field.startsWith('initContainers');
  if (init && off('SidecarContainers')) remove(container, 'restartPolicy');
  if (off('ContainerRestartRules')) remove(container, 'restartPolicyRules');
  if (off('ContainerRestartRules') && hasChange(minor, 'RestartPolicyCleared') && !(init && isSidecar(container))) {
    remove(container, 'restartPolicy');
  }
  if (off('RecursiveReadOnlyMounts'))
    for (const mount of container.volumeMounts ?? []) remove(mount, 'recursiveReadOnly');
  if (off('EnvFiles')) for (const { valueFrom } of container.env ?? []) remove(valueFrom, 'fileKeyRef');
  prepareLifecycle(container, off('PodLifecycleSleepAction'));
}

/** The signal that stops a container is behind a gate that is off in every version so far. */
function prepareLifecycle(container: any, withoutSleep: boolean): void {
  const { lifecycle } = container;
  if (lifecycle === undefined) return;
  const stopped = lifecycle.stopSignal !== undefined;
  remove(lifecycle, 'stopSignal');
  // The hook stays, and has no handler then.
  if (withoutSleep) for (const hook of [lifecycle.preStop, lifecycle.postStart]) remove(hook, 'sleep');
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

/** Writes the profile of each container into its annotation, where there is none (`applyAppArmorVersionSkew` of the strategy of pods). */
function copyAppArmorProfiles({ metadata, spec }: any): void {
  if (spec.os?.name === 'windows') return;
  for (const { container } of containersOf(spec)) {
    const profile = container.securityContext?.appArmorProfile ?? spec.securityContext?.appArmorProfile;
    const key = `${APP_ARMOR}${container.name ?? ''}`;
    const annotation = annotationOf(profile ?? {});
    if (annotation === undefined || Object.hasOwn(metadata.annotations ?? {}, key)) continue;
    metadata.annotations = { ...metadata.annotations, [key]: annotation };
  }
}

function annotationOf({ type, localhostProfile }: any): string | undefined {
  if (type === 'Localhost') return localhostProfile === undefined ? undefined : `localhost/${localhostProfile}`;
  return type === 'Unconfined' ? 'unconfined' : type === 'RuntimeDefault' ? 'runtime/default' : undefined;
}
