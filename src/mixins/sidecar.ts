import type { ApiObject } from 'cdk8s';
import { targetVersionsOf } from '../app';
import { runsToCompletion } from '../facts';
import type { coreV1 } from '../kubernetes';
import { checkOneOf, type Mount } from '../pod';
import { checked, type ReportIssue } from '../props';
import { ContainerMixin, type MixinContainerProps } from './container-mixin';
import { hasNativeSidecars } from './native-sidecars';
import { addContainer } from './pod-containers';
import type { RenderedPod } from './pod-template';
import { listOf, mountInApp, notMounted } from './pod-volumes';

/**
 * How a sidecar runs. `native`: an init container with `restartPolicy: Always`, which starts before the app,
 * stops after it, and lets a Job complete; requires Kubernetes 1.29. `classic`: an additional regular container.
 */
export type SidecarMode = 'native' | 'classic';

/** Options of a sidecar container. */
export interface SidecarProps extends MixinContainerProps {
  /**
   * Volumes that the app writes and the sidecar reads: mounted in the app container at this path, writable, unless it
   * already mounts the volume, and in the sidecar at the same path, read-only.
   */
  readonly reads?: Mount | readonly Mount[];
  /** App container that writes `reads`. @default the first, or the one annotated as the default container */
  readonly app?: string;
  /** @default 'native' when every Kubernetes version that the app is made for has it, else 'classic' */
  readonly mode?: SidecarMode;
}

/**
 * Sidecar: a container beside the app, such as a log shipper or a proxy, that shares its network and volumes.
 *
 * `Sidecars` has predefined ones.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
 * @example
 * shop.with(new Sidecar('shipper', {
 *   image: 'fluent/fluent-bit:3.2.4',
 *   qos: Qos.guaranteed({ cpu: '50m', memory: '64Mi' }),
 *   reads: logVolume.at('/var/log/shop'),
 * }));
 */
@checked('Sidecar')
export class Sidecar extends ContainerMixin {
  private readonly mode: SidecarMode | undefined;
  private readonly app: string | undefined;
  private readonly reads: readonly Mount[];

  /**
   * @param pattern for subclasses: their name in messages.
   * @param check for subclasses: reports their own invalid props.
   * @throws PropsError that lists every invalid prop.
   */
  public constructor(
    name: string,
    props: SidecarProps,
    pattern = 'Sidecar',
    check: (reportIssue: ReportIssue) => void = () => {},
  ) {
    const { reads = [], app, mode, ...container } = props;
    const sources = listOf(reads);
    const own = container.mounts ?? [];
    const read = notMounted(own, sources).map((mount) => ({ ...mount, readOnly: true }));
    super(pattern, name, { ...container, mounts: [...own, ...read] }, (reportIssue) => {
      checkOneOf(reportIssue, 'mode', mode, ['native', 'classic']);
      check(reportIssue);
    });
    this.mode = mode;
    this.app = app;
    this.reads = sources;
  }

  protected override checkTarget(target: ApiObject, reportIssue: ReportIssue): void {
    const isNative = this.isNative(target);
    const versions = targetVersionsOf(target).join(', ');
    if (isNative && !hasNativeSidecars(target)) {
      reportIssue('mode', `"native" requires Kubernetes 1.29 or later, but the target versions are ${versions}`);
    }
    if (!isNative && runsToCompletion(target)) {
      const hint = hasNativeSidecars(target)
        ? 'use mode: "native"'
        : `"native" requires 1.29 or later, the target versions are ${versions}`;
      reportIssue('mode', `a "classic" sidecar does not terminate, so the ${target.kind} never completes`, hint);
    }
  }

  protected addTo(pod: RenderedPod, container: coreV1.Container, reportIssue: ReportIssue, target: ApiObject): boolean {
    for (const mount of this.reads) mountInApp(pod, { ...mount, readOnly: false }, this.app, reportIssue);
    if (this.isNative(target)) {
      return addContainer(pod, 'initContainers', { ...container, restartPolicy: 'Always' }, 'last', reportIssue);
    }
    return addContainer(pod, 'containers', container, 'last', reportIssue);
  }

  private isNative(target: ApiObject): boolean {
    return (this.mode ?? (hasNativeSidecars(target) ? 'native' : 'classic')) === 'native';
  }
}
