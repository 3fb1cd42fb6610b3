import { appliedNamespaceOf, containersOf, isKind, type PodTemplate, runsToCompletion } from '../facts';
import { type ContainerMount, type ImageCatalog, RuntimeContainer } from '../images';
import type { NodeSize } from './node-size';

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
    public readonly objects: readonly any[],
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
    const found = configurationOf(this.objects).get(OPENSHIFT);
    this.lookups.push({ key: OPENSHIFT, found });
    return found !== undefined;
  }

  /** A ConfigMap or Secret of the input, in the namespace of the pod. */
  public find(kind: 'ConfigMap' | 'Secret', name: unknown): any {
    const key = [kind, appliedNamespaceOf(this.object), name].join('\0');
    const found = configurationOf(this.objects).get(key);
    this.lookups.push({ key, found });
    return found;
  }
}

/** Key of whether the input has objects that only OpenShift has. */
const OPENSHIFT = 'OpenShift';

/** A ConfigMap or Secret that a pod depends on, by kind, namespace and name. */
export interface Lookup {
  readonly key: string;
  readonly found: unknown;
}

/** Whether the objects answer a pod as others did. */
export function isAnsweredAlike(lookups: readonly Lookup[], objects: readonly any[]): boolean {
  return lookups.every(({ key, found }) => configurationOf(objects).get(key) === found);
}

const configurations = new WeakMap<readonly any[], Map<string, any>>();

/** ConfigMaps and Secrets by kind, namespace and name; of several the first. Thousands of pods look for theirs. */
function configurationOf(objects: readonly any[]): ReadonlyMap<string, any> {
  let known = configurations.get(objects);
  if (known === undefined) {
    const found = objects.filter(
      (object) => object?.apiVersion === 'v1' && (object.kind === 'ConfigMap' || object.kind === 'Secret'),
    );
    known = new Map(
      found.toReversed().map((object) => {
        return [[object.kind, appliedNamespaceOf(object), object.metadata?.name].join('\0'), object];
      }),
    );
    const openShift = objects.some((object) => String(object?.apiVersion).includes('.openshift.io/'));
    if (openShift) known.set(OPENSHIFT, true);
    configurations.set(objects, known);
  }
  return known;
}
