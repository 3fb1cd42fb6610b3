import type { ApiObject } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import { checkOneOf, type Mount, Qos } from '../pod';
import type { Problem } from '../props';
import { ContainerMixin, type MixinContainerProps } from './container-mixin';
import { addContainer, appContainer, copySurroundings } from './pod-containers';
import type { RenderedPod } from './pod-template';
import { listOf, mountInApp, notMounted } from './pod-volumes';

/** A container that runs to its end before the app starts. */
export interface InitContainerProps
  extends Omit<MixinContainerProps, 'qos' | 'port' | 'ports' | 'probes' | 'lifecycle'> {
  /**
   * What it may use.
   *
   * @default what the app's container may: a pod needs the larger of what its init containers and its app ask for, so that
   * this costs nothing and does not change the quality of service of the pod
   */
  readonly qos?: Qos;
  /**
   * Volumes that it fills for the app: the app's container gets each at this path, unless it mounts that volume already.
   * The init container has it there too, or where its own `mounts` put it.
   */
  readonly fills?: Mount | readonly Mount[];
  /** Container of the app that gets `fills`. @default the first, or the one annotated as the default container */
  readonly app?: string;
  /**
   * Gives it the environment and the mounts of the app's container as well, where its own props do not say otherwise: what
   * migrations need.
   *
   * @default false
   */
  readonly likeApp?: boolean;
  /** Whether it runs before or after the init containers that the pod has when this is applied. @default 'last' */
  readonly position?: 'first' | 'last';
}

/**
 * Init container: prepares the pod, once, before the app starts; a failure is tried again and keeps the app waiting.
 *
 * Several run one after the other in the order in which they were applied. The server allows them neither probes nor
 * lifecycle hooks. Ready-made ones are made by `InitContainers`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/pods/init-containers/
 * @example
 * shop.with(new InitContainer('migrate', { image: 'ghcr.io/acme/shop:1.4.2', command: ['./migrate', 'up'] }));
 */
export class InitContainer extends ContainerMixin {
  private readonly hasQos: boolean;
  private readonly position: 'first' | 'last';
  private readonly fills: readonly Mount[];
  private readonly app: string | undefined;
  private readonly likeApp: boolean;

  /**
   * @param check for makers of ready-made ones: tells what is wrong with props of their own.
   * @throws PropsError that names all that is wrong with the props.
   */
  public constructor(name: string, props: InitContainerProps, check: (problem: Problem) => void = () => {}) {
    const { position = 'last', qos, fills = [], app, likeApp = false, ...container } = props;
    const filled = listOf(fills);
    const mounts = [...(container.mounts ?? []), ...notMounted(container.mounts, filled)];
    super('InitContainer', name, { ...container, mounts, qos: qos ?? Qos.bestEffort() }, (problem) => {
      checkOneOf(problem, 'position', position, ['first', 'last']);
      for (const prop of ['port', 'ports', 'probes', 'lifecycle']) {
        if (prop in props) problem(prop, 'must not be given: an init container is over before anyone could ask it');
      }
      check(problem);
    });
    this.hasQos = qos !== undefined;
    this.position = position;
    this.fills = filled;
    this.app = app;
    this.likeApp = likeApp;
  }

  protected addTo(pod: RenderedPod, container: coreV1.Container, problem: Problem, _target: ApiObject): boolean {
    for (const mount of this.fills) mountInApp(pod, mount, this.app, problem);
    const app = this.hasQos && !this.likeApp ? undefined : appContainer(pod, this.app, problem);
    if (!this.hasQos && app?.resources !== undefined) container.resources = structuredClone(app.resources);
    if (this.likeApp && app !== undefined) copySurroundings(app, container);
    return addContainer(pod, 'initContainers', container, this.position, problem);
  }
}
