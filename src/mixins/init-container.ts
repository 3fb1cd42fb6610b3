import type { ApiObject } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import { checkOneOf, type Mount, Qos } from '../pod';
import { checked, type ReportIssue } from '../props';
import { ContainerMixin, type MixinContainerProps } from './container-mixin';
import { addContainer, appContainer, copySurroundings } from './pod-containers';
import type { RenderedPod } from './pod-template';
import { listOf, mountInApp, notMounted } from './pod-volumes';

/** Options of an init container. */
export interface InitContainerProps
  extends Omit<MixinContainerProps, 'qos' | 'port' | 'ports' | 'probes' | 'lifecycle'> {
  /**
   * Resource requests and limits.
   *
   * @default those of the app container: a pod reserves the larger of its init container and app container requests, so
   * this reserves nothing more and does not change the QoS class of the pod
   */
  readonly qos?: Qos;
  /**
   * Volumes that it fills for the app: mounted in the app container at this path, unless it already mounts the volume.
   * The init container mounts it at the same path, or where its own `mounts` say.
   */
  readonly fills?: Mount | readonly Mount[];
  /** App container that gets `fills`. @default the first, or the one annotated as the default container */
  readonly app?: string;
  /**
   * Adds the environment and the mounts of the app container, unless its own props override them, as database
   * migrations need.
   *
   * @default false
   */
  readonly likeApp?: boolean;
  /** Whether it runs before or after the init containers that the pod already has when the mixin is applied. @default 'last' */
  readonly position?: 'first' | 'last';
}

/**
 * Init container: runs to completion before the app starts; a failure is retried and delays the app.
 *
 * Several run one after the other, in the order in which they were applied. Kubernetes supports neither probes nor
 * lifecycle hooks for them. `InitContainers` has predefined ones.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
 * @example
 * shop.with(new InitContainer('migrate', { image: 'ghcr.io/acme/shop:1.4.2', command: ['./migrate', 'up'] }));
 */
@checked('InitContainer')
export class InitContainer extends ContainerMixin {
  private readonly hasQos: boolean;
  private readonly position: 'first' | 'last';
  private readonly fills: readonly Mount[];
  private readonly app: string | undefined;
  private readonly likeApp: boolean;

  /**
   * @param check for predefined init containers: reports their own invalid props.
   * @throws PropsError that lists every invalid prop.
   */
  public constructor(name: string, props: InitContainerProps, check: (reportIssue: ReportIssue) => void = () => {}) {
    const { position = 'last', qos, fills = [], app, likeApp = false, ...container } = props;
    const filled = listOf(fills);
    const mounts = [...(container.mounts ?? []), ...notMounted(container.mounts, filled)];
    super('InitContainer', name, { ...container, mounts, qos: qos ?? Qos.bestEffort() }, (reportIssue) => {
      checkOneOf(reportIssue, 'position', position, ['first', 'last']);
      for (const prop of ['port', 'ports', 'probes', 'lifecycle']) {
        if (prop in props) reportIssue(prop, 'is not supported for init containers, which run to completion');
      }
      check(reportIssue);
    });
    this.hasQos = qos !== undefined;
    this.position = position;
    this.fills = filled;
    this.app = app;
    this.likeApp = likeApp;
  }

  protected addTo(
    pod: RenderedPod,
    container: coreV1.Container,
    reportIssue: ReportIssue,
    _target: ApiObject,
  ): boolean {
    for (const mount of this.fills) mountInApp(pod, mount, this.app, reportIssue);
    const app = this.hasQos && !this.likeApp ? undefined : appContainer(pod, this.app, reportIssue);
    if (!this.hasQos && app?.resources !== undefined) container.resources = structuredClone(app.resources);
    if (this.likeApp && app !== undefined) copySurroundings(app, container);
    return addContainer(pod, 'initContainers', container, this.position, reportIssue);
  }
}
