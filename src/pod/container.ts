import { IMAGE_PULL_POLICIES, TERMINATION_MESSAGE_POLICIES } from '../facts';
import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { dns1123Label, requireArguments } from '../values';
import { checkOneOf, checkText, definedFields, entriesOf, listOf, shapeOf } from './checks';
import { type EnvFrom, type EnvProps, envFromManifest, envManifest } from './env';
import { type ImageReference, imageManifest } from './image';
import { DEFAULT_GRACE_SECONDS, type LifecycleProps, lifecycleManifest } from './lifecycle';
import { type PortProps, portsManifest } from './ports';
import { type Probes, type ProbesProps, probesManifest } from './probes';
import { isQos, QOS_CHOICES, type Qos, qosManifest } from './qos';
import { type ContainerSecurityProps, containerSecurityManifest } from './security';
import { type Mount, mountsManifest } from './volume';

/** Options of a container. */
export interface ContainerProps {
  /** Such as `ghcr.io/acme/shop:1.4.2`. A tag `latest`, or none, needs `Image.latest(…)`. */
  readonly image: ImageReference;
  /** Resource requests and limits. */
  readonly qos: Qos;
  /** Entrypoint. `$(NAME)` references an environment variable. @default the image's ENTRYPOINT */
  readonly command?: readonly string[];
  /** Arguments of the entrypoint. @default the image's CMD */
  readonly args?: readonly string[];
  /** @default the image's */
  readonly workingDir?: string;
  /**
   * A single port. Its name is the one that a known image has for it, such as `redis` for 6379 of redis, and `http` otherwise. Use
   * `ports` for several ports or another name.
   */
  readonly port?: number;
  readonly ports?: readonly PortProps[];
  readonly env?: EnvProps;
  readonly envFrom?: readonly EnvFrom[];
  readonly mounts?: readonly Mount[];
  readonly probes?: Probes | ProbesProps;
  readonly lifecycle?: LifecycleProps;
  readonly security?: ContainerSecurityProps;
  /** @default the API server's default: Always for the tag latest, otherwise IfNotPresent */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Keeps stdin open. @default false */
  readonly stdin?: boolean;
  /** Allocates a TTY. @default false */
  readonly tty?: boolean;
  /** File with the termination message of the container. @default /dev/termination-log */
  readonly terminationMessagePath?: string;
  /** @default 'File' */
  readonly terminationMessagePolicy?: 'File' | 'FallbackToLogsOnError';
}

/** A container with a name. */
export interface NamedContainerProps extends ContainerProps {
  readonly name: string;
}

/** Settings of the pod that a container depends on. */
export interface ContainerContext {
  /** Termination grace period of the pod, in seconds. @default 30 */
  readonly graceSeconds?: number;
}

/** Ports of a container: `port` and `ports` together. */
export function portsOf(props: Pick<ContainerProps, 'port' | 'ports'>): readonly PortProps[] {
  const single = props.port === undefined ? [] : [{ name: 'http', port: props.port }];
  return [...single, ...(props.ports ?? [])];
}

/**
 * The manifest of a container, which meets the restricted level unless `security` loosens it.
 *
 * @param reportIssue called for every invalid prop.
 */
export function containerManifest(
  name: string,
  props: ContainerProps,
  reportIssue: ReportIssue,
  context: ContainerContext = {},
): coreV1.Container {
  requireArguments('containerManifest', {
    props: [props, 'an object'],
    reportIssue: [reportIssue, 'a function'],
    context: [context, 'an object'],
  });
  if (props.qos === undefined) reportIssue('qos', `is required, for example ${QOS_CHOICES}`);
  else if (!isQos(props.qos)) reportIssue('qos', `expected ${QOS_CHOICES}, got ${shapeOf(props.qos)}`);
  checkText(reportIssue, 'name', name, dns1123Label);
  checkOneOf(reportIssue, 'imagePullPolicy', props.imagePullPolicy, IMAGE_PULL_POLICIES);
  checkOneOf(reportIssue, 'terminationMessagePolicy', props.terminationMessagePolicy, TERMINATION_MESSAGE_POLICIES);
  const ports = portsManifest(portsOf(props), reportIssue, props.port !== undefined);
  const { graceSeconds = DEFAULT_GRACE_SECONDS } = context;
  return definedFields({
    name,
    image: imageManifest(props.image, reportIssue),
    imagePullPolicy: props.imagePullPolicy,
    command: entriesOf(listOf(reportIssue, 'command', props.command)),
    args: entriesOf(listOf(reportIssue, 'args', props.args)),
    workingDir: props.workingDir,
    ports: entriesOf(ports),
    envFrom: entriesOf(envFromManifest(props.envFrom ?? [], reportIssue)),
    env: entriesOf(envManifest(props.env ?? {}, reportIssue)),
    resources: isQos(props.qos) ? qosManifest(props.qos, reportIssue) : undefined,
    volumeMounts: entriesOf(mountsManifest(listOf(reportIssue, 'mounts', props.mounts), reportIssue)),
    ...(props.probes && probesManifest(props.probes, ports, reportIssue)),
    lifecycle: props.lifecycle && lifecycleManifest(props.lifecycle, ports, graceSeconds, reportIssue),
    terminationMessagePath: props.terminationMessagePath,
    terminationMessagePolicy: props.terminationMessagePolicy,
    securityContext: containerSecurityManifest(props.security ?? {}, reportIssue),
    stdin: props.stdin || undefined,
    tty: props.tty || undefined,
  });
}
