import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { dns1123Label } from '../values';
import { checkOneOf, checkText, definedFields, entriesOf, listOf, shapeOf } from './checks';
import { type EnvFrom, type EnvProps, envFromManifest, envManifest } from './env';
import { type ImageReference, imageManifest } from './image';
import { DEFAULT_GRACE_SECONDS, type LifecycleProps, lifecycleManifest } from './lifecycle';
import { type PortProps, portsManifest } from './ports';
import { type Probes, type ProbesProps, probesManifest } from './probes';
import { isQos, type Qos, qosManifest } from './qos';
import { type ContainerSecurityProps, containerSecurityManifest } from './security';
import { type Mount, mountsManifest } from './volume';

/** What runs in a container. */
export interface ContainerProps {
  /** Such as `ghcr.io/acme/shop:1.4.2`. A tag `latest`, or none, needs `Image.latest(…)`. */
  readonly image: ImageReference;
  /** What the container may use. */
  readonly qos: Qos;
  /** Program to start. `$(NAME)` stands for an environment variable. @default the image's ENTRYPOINT */
  readonly command?: readonly string[];
  /** Its arguments. @default the image's CMD */
  readonly args?: readonly string[];
  /** @default the image's */
  readonly workingDir?: string;
  /** A single port, called `http`. Use `ports` for several, or for another name. */
  readonly port?: number;
  readonly ports?: readonly PortProps[];
  readonly env?: EnvProps;
  readonly envFrom?: readonly EnvFrom[];
  readonly mounts?: readonly Mount[];
  readonly probes?: Probes | ProbesProps;
  readonly lifecycle?: LifecycleProps;
  readonly security?: ContainerSecurityProps;
  /** @default the server's: Always for the tag latest, else IfNotPresent */
  readonly imagePullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
  /** Keeps standard input open. @default false */
  readonly stdin?: boolean;
  /** A terminal. @default false */
  readonly tty?: boolean;
  /** File whose last lines become the reason of a termination. @default /dev/termination-log */
  readonly terminationMessagePath?: string;
  /** @default 'File' */
  readonly terminationMessagePolicy?: 'File' | 'FallbackToLogsOnError';
}

/** A container with its name in the pod. */
export interface NamedContainerProps extends ContainerProps {
  readonly name: string;
}

/** What a container has to know of its pod. */
export interface ContainerContext {
  /** Time that the pod has to stop in. @default 30 */
  readonly graceSeconds?: number;
}

/** Ports of a container: the single one and the list together. */
export function portsOf(props: Pick<ContainerProps, 'port' | 'ports'>): readonly PortProps[] {
  const single = props.port === undefined ? [] : [{ name: 'http', port: props.port }];
  return [...single, ...(props.ports ?? [])];
}

/**
 * A container as the manifest has it, restricted unless its `security` says otherwise.
 *
 * @param problem hears all that is wrong with the props.
 */
export function containerManifest(
  name: string,
  props: ContainerProps,
  problem: Problem,
  context: ContainerContext = {},
): coreV1.Container {
  const ways = 'Qos.guaranteed, Qos.burstable or Qos.bestEffort';
  if (props.qos === undefined) problem('qos', `must be given: ${ways}`);
  else if (!isQos(props.qos)) problem('qos', `must be made by ${ways}, got ${shapeOf(props.qos)}`);
  checkText(problem, 'name', name, dns1123Label);
  checkOneOf(problem, 'imagePullPolicy', props.imagePullPolicy, ['Always', 'IfNotPresent', 'Never']);
  checkOneOf(problem, 'terminationMessagePolicy', props.terminationMessagePolicy, ['File', 'FallbackToLogsOnError']);
  const ports = portsManifest(portsOf(props), problem);
  const { graceSeconds = DEFAULT_GRACE_SECONDS } = context;
  return definedFields({
    name,
    image: imageManifest(props.image, problem),
    imagePullPolicy: props.imagePullPolicy,
    command: entriesOf(listOf(problem, 'command', props.command)),
    args: entriesOf(listOf(problem, 'args', props.args)),
    workingDir: props.workingDir,
    ports: entriesOf(ports),
    envFrom: entriesOf(envFromManifest(props.envFrom ?? [], problem)),
    env: entriesOf(envManifest(props.env ?? {}, problem)),
    resources: isQos(props.qos) ? qosManifest(props.qos, problem) : undefined,
    volumeMounts: entriesOf(mountsManifest(listOf(problem, 'mounts', props.mounts), problem)),
    ...(props.probes && probesManifest(props.probes, ports, problem)),
    lifecycle: props.lifecycle && lifecycleManifest(props.lifecycle, ports, graceSeconds, problem),
    terminationMessagePath: props.terminationMessagePath,
    terminationMessagePolicy: props.terminationMessagePolicy,
    securityContext: containerSecurityManifest(props.security ?? {}, problem),
    stdin: props.stdin || undefined,
    tty: props.tty || undefined,
  });
}
