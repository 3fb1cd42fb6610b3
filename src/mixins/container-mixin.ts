import type { ApiObject } from 'cdk8s';
import { imagesOf } from '../app';
import { completeForImage } from '../images';
import type { coreV1 } from '../kubernetes';
import { captureOrigin } from '../origin';
import {
  type ContainerProps,
  checkUsedObjects,
  containerManifest,
  type Mount,
  mountsWithTmp,
  QOS_CHOICES,
  Qos,
  tmpVolumeName,
  usedObjects,
  userOf,
} from '../pod';
import { checkProps, type ReportIssue } from '../props';
import { checkContainerInPod } from './container-contract';
import { PodMixin } from './pod-mixin';
import type { RenderedPod } from './pod-template';
import { addVolume } from './pod-volumes';

/** A container that a mixin adds. */
export interface MixinContainerProps extends ContainerProps {
  /** Mounts a writable directory at /tmp, not shared with other containers, when the root file system is read-only. @default true */
  readonly tmp?: boolean;
}

/** Base of the mixins that add a container: the container itself, at the restricted level, and its volumes. */
export abstract class ContainerMixin extends PodMixin {
  private readonly manifest: coreV1.Container;
  private readonly mounts: readonly Mount[];
  private readonly props: ContainerProps;
  /** Pods that already have a container with this name. */
  private readonly leftOutOf = new WeakSet<ApiObject>();

  /**
   * @param pattern name of the class, for messages.
   * @param check reports invalid props of the mixin that are not props of the container.
   * @throws PropsError that lists every invalid prop.
   */
  protected constructor(
    pattern: string,
    public readonly name: string,
    props: MixinContainerProps,
    check: (reportIssue: ReportIssue) => void = () => {},
  ) {
    const label = `${pattern} ${JSON.stringify(name)}`;
    super(label, captureOrigin());
    // Not shared with the app, so that their temporary files do not mix.
    const { tmp = true, ...container } = props;
    this.mounts = mountsWithTmp(
      props.mounts ?? [],
      !tmp || (props.security?.writableRootFilesystem ?? false),
      tmpVolumeName(name),
    );
    this.props = props;
    let manifest: coreV1.Container | undefined;
    checkProps(label, (report) => {
      const reportIssue: ReportIssue = (prop, message, hint) => report(this.propOf(prop), message, hint);
      // Untyped programs can omit it.
      if (props.qos === undefined) reportIssue('qos', `is required, for example ${QOS_CHOICES}`);
      const { qos = Qos.bestEffort() } = props;
      manifest = containerManifest(name, { ...container, qos, mounts: this.mounts }, reportIssue);
      check(reportIssue);
    });
    this.manifest = manifest!;
  }

  /** The prop of the mixin that a prop of its container comes from. */
  protected propOf(containerProp: string): string {
    return containerProp;
  }

  protected amendPod(pod: RenderedPod, reportIssue: ReportIssue, target: ApiObject): void {
    for (const { volume } of this.mounts) addVolume(pod, volume, reportIssue);
    checkUsedObjects(userOf(target, target.metadata.namespace), usedObjects(this.props), reportIssue);
    const container = structuredClone(this.manifest);
    Object.assign(container, this.fieldsIn(target.metadata.namespace, container));
    this.restrict(pod, container);
    completeForImage(container, pod.podSpec, imagesOf(target));
    if (this.addTo(pod, container, reportIssue, target)) this.leftOutOf.delete(target);
    else this.leftOutOf.add(target);
  }

  /**
   * Fields that depend on the namespace of the pod, as the name of a host does; the container has none of them yet.
   *
   * @param namespace undefined when it is not known.
   */
  protected fieldsIn(_namespace: string | undefined, _container: coreV1.Container): Partial<coreV1.Container> {
    return {};
  }

  /** Adds the finished container to the pod; returns whether it did. */
  protected abstract addTo(
    pod: RenderedPod,
    container: coreV1.Container,
    reportIssue: ReportIssue,
    target: ApiObject,
  ): boolean;

  protected override checkPod(pod: RenderedPod, reportIssue: ReportIssue, target: ApiObject): void {
    if (!this.leftOutOf.has(target)) checkContainerInPod(pod, this.name, reportIssue);
  }

  /** Sets what the pod does not set for all containers: runAsNonRoot, and the seccomp profile of the runtime. */
  private restrict({ podSpec }: RenderedPod, container: coreV1.Container): void {
    const { privileged, runAsRoot } = this.props.security ?? {};
    if (privileged) return;
    const context = container.securityContext ?? {};
    if (podSpec.securityContext?.runAsNonRoot !== true && !runAsRoot) context.runAsNonRoot ??= true;
    if (podSpec.securityContext?.seccompProfile === undefined) context.seccompProfile ??= { type: 'RuntimeDefault' };
    container.securityContext = context;
  }
}
