import type { ApiObject } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import { captureOrigin } from '../origin';
import { type ContainerProps, containerManifest, type Mount, mountsWithTmp, Qos } from '../pod';
import { checkProps, type Problem } from '../props';
import { dns1123Label, LABEL_LIMIT } from '../values';
import { checkContainerInPod } from './container-contract';
import { PodMixin } from './pod-mixin';
import type { RenderedPod } from './pod-template';
import { addVolume } from './pod-volumes';

/** A container that a mixin brings. */
export interface MixinContainerProps extends ContainerProps {
  /** A writable folder at /tmp, of the container's own, where its root file system is read-only. @default true */
  readonly tmp?: boolean;
}

/** What the mixins that bring a container have in common: the container itself, restricted, and its volumes. */
export abstract class ContainerMixin extends PodMixin {
  private readonly manifest: coreV1.Container;
  private readonly mounts: readonly Mount[];
  private readonly props: ContainerProps;
  /** Pods that have another container of its name. */
  private readonly leftOutOf = new WeakSet<ApiObject>();

  /**
   * @param pattern name of the class, for messages.
   * @param check adds what is wrong with props of the mixin that are not the container's.
   * @throws PropsError that names all that is wrong with the props.
   */
  protected constructor(
    pattern: string,
    public readonly name: string,
    props: MixinContainerProps,
    check: (problem: Problem) => void = () => {},
  ) {
    const label = `${pattern} ${JSON.stringify(name)}`;
    super(label, captureOrigin());
    // A /tmp of its own: one that it shares with the app would mix their files.
    const { tmp = true, ...container } = props;
    this.mounts = mountsWithTmp(
      props.mounts ?? [],
      !tmp || (props.security?.writableRootFilesystem ?? false),
      // A wrong name is told below, once.
      dns1123Label(name).length === 0 ? `tmp-${name}`.slice(0, LABEL_LIMIT).replace(/-+$/, '') : 'tmp',
    );
    this.props = props;
    let manifest: coreV1.Container | undefined;
    checkProps(label, (problem) => {
      // Programs without types may leave it out.
      if (props.qos === undefined)
        problem('qos', 'must be given', 'say Qos.bestEffort() if it may use whatever is left');
      const { qos = Qos.bestEffort() } = props;
      manifest = containerManifest(name, { ...container, qos, mounts: this.mounts }, problem);
      check(problem);
    });
    this.manifest = manifest!;
  }

  protected amendPod(pod: RenderedPod, problem: Problem, target: ApiObject): void {
    for (const { volume } of this.mounts) addVolume(pod, volume, problem);
    const container = structuredClone(this.manifest);
    this.restrict(pod, container);
    if (this.addTo(pod, container, problem, target)) this.leftOutOf.delete(target);
    else this.leftOutOf.add(target);
  }

  /** Puts the finished container where it belongs; tells whether it could. */
  protected abstract addTo(pod: RenderedPod, container: coreV1.Container, problem: Problem, target: ApiObject): boolean;

  protected override checkPod(pod: RenderedPod, problem: Problem, target: ApiObject): void {
    if (!this.leftOutOf.has(target)) checkContainerInPod(pod, this.name, problem);
  }

  /** Says for the container what the pod does not say for all: not root, and the runtime's system-call filter. */
  private restrict({ podSpec }: RenderedPod, container: coreV1.Container): void {
    const { privileged, runAsRoot } = this.props.security ?? {};
    if (privileged) return;
    const context = container.securityContext ?? {};
    if (podSpec.securityContext?.runAsNonRoot !== true && !runAsRoot) context.runAsNonRoot ??= true;
    if (podSpec.securityContext?.seccompProfile === undefined) context.seccompProfile ??= { type: 'RuntimeDefault' };
    container.securityContext = context;
  }
}
