import type { Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { dns1123Subdomain } from '../values';
import { checkText, checkWhole, definedFields, entriesOf, type Named, nameOf, secondsOf } from './checks';
import { networkManifest, type PodNetworkProps } from './network';
import { type PlacementProps, placementManifest } from './placement';
import { type PodSecurityProps, podSecurityManifest } from './security';
import { type Mount, type PodVolume, volumesManifest } from './volume';
import { Volumes } from './volumes';

/** What concerns a whole pod, whatever runs in it. */
export interface PodProps extends PodNetworkProps, PlacementProps {
  /** Volumes beside those that the containers mount. */
  readonly volumes?: readonly PodVolume[];
  readonly security?: PodSecurityProps;
  /** Time from the order to stop until the processes are killed. @default 30 s */
  readonly terminationGracePeriod?: Duration;
  /** Secrets of type dockerconfigjson with which images are pulled. */
  readonly imagePullSecrets?: readonly Named[];
  /** Gives the pods a token of their service account. @default false */
  readonly automountServiceAccountToken?: boolean;
  /** The containers see each other's processes. @default false */
  readonly shareProcessNamespace?: boolean;
  /** Environment variables for every Service of the namespace. @default the server's, true */
  readonly enableServiceLinks?: boolean;
  /** Longest time that the pod may run. @default no limit */
  readonly activeDeadline?: Duration;
}

/** Fields of a pod spec other than its containers. @param podLabels labels that select the workload's own pods. */
export function podManifest(
  props: PodProps,
  podLabels: Readonly<Record<string, string>>,
  volumes: readonly PodVolume[],
  problem: Problem,
): Partial<coreV1.PodSpec> {
  (props.imagePullSecrets ?? []).forEach((secret, index) => {
    checkText(problem, `imagePullSecrets[${index}]`, nameOf(secret), dns1123Subdomain);
  });
  if (props.shareProcessNamespace && props.hostPID) {
    problem('shareProcessNamespace', 'must not be set together with hostPID, which shares even more');
  }
  return definedFields({
    automountServiceAccountToken: props.automountServiceAccountToken ?? false,
    enableServiceLinks: props.enableServiceLinks,
    imagePullSecrets: entriesOf((props.imagePullSecrets ?? []).map((secret) => ({ name: nameOf(secret) }))),
    shareProcessNamespace: props.shareProcessNamespace || undefined,
    ...networkManifest(props, problem),
    ...placementManifest(props, podLabels, problem),
    securityContext: podSecurityManifest(props.security ?? {}, problem),
    terminationGracePeriodSeconds: secondsOf(problem, 'terminationGracePeriod', props.terminationGracePeriod),
    activeDeadlineSeconds: secondsOf(problem, 'activeDeadline', props.activeDeadline, 1),
    volumes: entriesOf(volumesManifest([...volumes, ...(props.volumes ?? [])], problem)),
  });
}

const TMP_PATH = '/tmp';

/**
 * The container's mounts and, where its root file system is read-only and nothing else is there, a writable /tmp.
 *
 * @param volumeName name of the volume for it; each container has one of its own.
 */
export function mountsWithTmp(mounts: readonly Mount[], rootIsWritable: boolean, volumeName = 'tmp'): readonly Mount[] {
  const taken = mounts.some(({ path }) => path === TMP_PATH || path === `${TMP_PATH}/`);
  return rootIsWritable || taken ? mounts : [...mounts, Volumes.emptyDir(volumeName).at(TMP_PATH)];
}

/** Ports that two containers of one pod would both listen on; all containers share one network. */
export function checkPodPorts(containers: readonly coreV1.Container[], problem: Problem): void {
  const owners = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { name: container, ports = [] } of containers) {
    for (const { containerPort, protocol = 'TCP', name } of ports) {
      const number = `${containerPort}/${protocol}`;
      const owner = owners.get(number);
      if (owner !== undefined && owner !== container) {
        problem(
          'ports',
          `containers ${JSON.stringify(owner)} and ${JSON.stringify(container)} both listen on ${number}`,
        );
      }
      owners.set(number, container);
      if (name === undefined) continue;
      const namesake = names.get(name);
      if (namesake !== undefined && namesake !== container) {
        problem(
          'ports',
          `containers ${JSON.stringify(namesake)} and ${JSON.stringify(container)} both have a port called ${JSON.stringify(name)}`,
        );
      }
      names.set(name, container);
    }
  }
}

/** With hostNetwork every port is the node's, and a hostPort that differs is refused. */
export function checkHostPorts(
  props: PodNetworkProps,
  containers: readonly coreV1.Container[],
  problem: Problem,
): void {
  if (!props.hostNetwork) return;
  for (const { ports = [] } of containers) {
    for (const { containerPort, hostPort, name } of ports) {
      if (hostPort !== undefined && hostPort !== containerPort) {
        problem(
          'ports',
          `hostPort of ${JSON.stringify(name)} must equal its port, ${containerPort}, with hostNetwork, got ${hostPort}`,
        );
      }
      checkWhole(problem, 'ports', hostPort, { min: 1, max: 65535 });
    }
  }
}
