import type { Duration } from 'cdk8s';
import type { KubernetesVersion } from '../facts';
import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { dns1123Label, dns1123Subdomain, LABEL_LIMIT } from '../values';
import { checkText, checkWhole, definedFields, entriesOf, nameOf, type ObjectReference, secondsOf } from './checks';
import { networkManifest, type PodNetworkProps } from './network';
import { type PlacementProps, placementManifest } from './placement';
import { type PodSecurityProps, podSecurityManifest } from './security';
import { type Mount, type PodVolume, volumesManifest } from './volume';
import { Volumes } from './volumes';

/** Options of a pod other than its containers. */
export interface PodSpecProps extends PodNetworkProps, PlacementProps {
  /** Volumes in addition to those that the containers mount. */
  readonly volumes?: readonly PodVolume[];
  readonly security?: PodSecurityProps;
  /** Time between SIGTERM and SIGKILL. @default 30 s */
  readonly terminationGracePeriod?: Duration;
  /** Secrets of type dockerconfigjson for pulling images. */
  readonly imagePullSecrets?: readonly ObjectReference[];
  /** Mounts a token of the service account. @default false */
  readonly automountServiceAccountToken?: boolean;
  /** Shares one process namespace between the containers. @default false */
  readonly shareProcessNamespace?: boolean;
  /** Adds environment variables for every Service of the namespace. @default true (the API server's default) */
  readonly enableServiceLinks?: boolean;
  /** Maximum run time of the pod. @default no limit */
  readonly activeDeadline?: Duration;
}

/** Fields of a pod spec other than its containers. @param podLabels labels that select the pods of the workload. */
export function podManifest(
  props: PodSpecProps,
  podLabels: Readonly<Record<string, string>>,
  volumes: readonly PodVolume[],
  versions: readonly KubernetesVersion[],
  reportIssue: ReportIssue,
): Partial<coreV1.PodSpec> {
  (props.imagePullSecrets ?? []).forEach((secret, index) => {
    checkText(reportIssue, `imagePullSecrets[${index}]`, nameOf(secret), dns1123Subdomain);
  });
  if (props.shareProcessNamespace && props.hostPID) {
    reportIssue(
      'shareProcessNamespace',
      'must not be set together with hostPID, which already shares all processes of the node',
    );
  }
  return definedFields({
    automountServiceAccountToken: props.automountServiceAccountToken ?? false,
    enableServiceLinks: props.enableServiceLinks,
    imagePullSecrets: entriesOf((props.imagePullSecrets ?? []).map((secret) => ({ name: nameOf(secret) }))),
    shareProcessNamespace: props.shareProcessNamespace || undefined,
    ...networkManifest(props, reportIssue),
    ...placementManifest(props, podLabels, reportIssue),
    securityContext: podSecurityManifest(props.security ?? {}, versions, reportIssue),
    terminationGracePeriodSeconds: secondsOf(reportIssue, 'terminationGracePeriod', props.terminationGracePeriod),
    activeDeadlineSeconds: secondsOf(reportIssue, 'activeDeadline', props.activeDeadline, 1),
    volumes: entriesOf(volumesManifest([...volumes, ...(props.volumes ?? [])], reportIssue)),
  });
}

const TMP_PATH = '/tmp';

/**
 * The mounts of a container, plus a writable /tmp when its root file system is read-only and nothing is mounted there.
 *
 * @param volumeName name of the volume for it; each container needs its own.
 */
export function mountsWithTmp(mounts: readonly Mount[], rootIsWritable: boolean, volumeName = 'tmp'): readonly Mount[] {
  const taken = mounts.some(({ path }) => path === TMP_PATH || path === `${TMP_PATH}/`);
  return rootIsWritable || taken ? mounts : [...mounts, Volumes.emptyDir(volumeName).at(TMP_PATH)];
}

/** Name of the volume for /tmp of a container that is not the main one; an invalid name of a container is reported there. */
export function tmpVolumeName(container: string): string {
  if (dns1123Label(container).length > 0) return 'tmp';
  return `tmp-${container}`.slice(0, LABEL_LIMIT).replace(/-+$/, '');
}

/** Reports ports that two containers of a pod use; all containers share one network namespace. */
export function checkPodPorts(containers: readonly coreV1.Container[], reportIssue: ReportIssue): void {
  const owners = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { name: container, ports = [] } of containers) {
    for (const { containerPort, protocol = 'TCP', name } of ports) {
      const number = `${containerPort}/${protocol}`;
      const owner = owners.get(number);
      if (owner !== undefined && owner !== container) {
        reportIssue(
          'ports',
          `containers ${JSON.stringify(owner)} and ${JSON.stringify(container)} both listen on ${number}`,
        );
      }
      owners.set(number, container);
      if (name === undefined) continue;
      const other = names.get(name);
      if (other !== undefined && other !== container) {
        reportIssue(
          'ports',
          `containers ${JSON.stringify(other)} and ${JSON.stringify(container)} both have a port named ${JSON.stringify(name)}`,
        );
      }
      names.set(name, container);
    }
  }
}

/** With hostNetwork every port is a port of the node, and the API server rejects a hostPort that differs. */
export function checkHostPorts(
  props: PodNetworkProps,
  containers: readonly coreV1.Container[],
  reportIssue: ReportIssue,
): void {
  if (!props.hostNetwork) return;
  for (const { ports = [] } of containers) {
    for (const { containerPort, hostPort, name } of ports) {
      if (hostPort !== undefined && hostPort !== containerPort) {
        reportIssue(
          'ports',
          `hostPort of ${JSON.stringify(name)} must equal its port, ${containerPort}, with hostNetwork, got ${hostPort}`,
        );
      }
      checkWhole(reportIssue, 'ports', hostPort, { min: 1, max: 65535 });
    }
  }
}
