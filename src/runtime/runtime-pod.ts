import { appliedNamespaceOf, containersOf, isKind, type PodTemplate, runsToCompletion } from '../facts';
import { type ContainerMount, type ImageCatalog, RuntimeContainer } from '../images';
import type { NodeSize } from './node-size';
import { keyOfName, keyOfServices, type Lookup, type NamedKind, OPENSHIFT, objectsOf } from './other-objects';

/** The pod of an object, as the kubelet of a version gets it. */
export class RuntimePod {
  public readonly containers: readonly RuntimeContainer[];
  /** What was looked for among the objects, and found. */
  public readonly lookups: Lookup[] = [];

  public constructor(
    /** The Pod or the workload that creates pods. */
    public readonly object: any,
    public readonly template: PodTemplate,
    images: ImageCatalog,
    /** All objects of the input; undefined for one that could not be read. */
    private readonly objects: readonly any[],
    /** Minor version of Kubernetes: 36 for 1.36. */
    public readonly minor: number,
    /** Sizes of the nodes; empty when they are not known. */
    public readonly nodes: readonly NodeSize[] = [],
  ) {
    this.containers = containersOf(template.spec).map(
      ({ container, field }) => new RuntimeContainer(container, field, template.spec, images.find(container.image)),
    );
  }

  public get spec(): any {
    return this.template.spec;
  }

  /** Users, groups, capabilities and paths are those of Linux. */
  public get isWindows(): boolean {
    const { os, nodeSelector } = this.spec;
    return os?.name === 'windows' || nodeSelector?.['kubernetes.io/os'] === 'windows';
  }

  public get isJob(): boolean {
    return runsToCompletion(this.object);
  }

  /**
   * Variables that a controller appends to env of each container that does not declare them.
   *
   * @see addCompletionIndexEnvVariables (pkg/controller/job/indexed_job_utils.go)
   */
  public get appendedVariables(): readonly string[] {
    const { spec } = this.object;
    const { completionMode } = spec?.jobTemplate?.spec ?? spec ?? {};
    return this.isJob && completionMode === 'Indexed' ? ['JOB_COMPLETION_INDEX'] : [];
  }

  /** Whether a mount is of a claim: one that the pod names, or one that is created for it. */
  public isClaim(mount: ContainerMount): boolean {
    return mount.volume?.persistentVolumeClaim !== undefined || this.isNewClaim(mount);
  }

  /** Whether a mount is of a claim that is created with the pod, and empty at first. */
  public isNewClaim({ volume, volumeName }: ContainerMount): boolean {
    if (volume?.ephemeral !== undefined) return true;
    const templates: any[] = isKind(this.object, 'apps/StatefulSet')
      ? (this.object.spec?.volumeClaimTemplates ?? [])
      : [];
    return volume === undefined && templates.some((template) => template?.metadata?.name === volumeName);
  }

  /** OpenShift gives pods a user other than root, unless they say which. */
  public get mayGetUser(): boolean {
    return this.lookUp(OPENSHIFT).length > 0;
  }

  /** An object of the input, in the namespace of the pod where its kind has one; of several the first. */
  public find(kind: NamedKind, name: unknown): any {
    return this.lookUp(keyOfName(kind, appliedNamespaceOf(this.object), name))[0];
  }

  /** The Services of the input in the namespace of the pod. */
  public get services(): readonly any[] {
    return this.lookUp(keyOfServices(appliedNamespaceOf(this.object)));
  }

  private lookUp(key: string): readonly any[] {
    const found = objectsOf(this.objects, key);
    this.lookups.push({ key, found });
    return found;
  }
}
