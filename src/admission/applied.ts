import { appliedNamespaceOf, DEFAULT_NAMESPACE, groupKindOf, SYSTEM_PRIORITIES } from '../facts';

/** An object of the input with its position, or one of the cluster, whose position is negative. */
export interface Placed {
  readonly object: any;
  readonly document: number;
}

/** What is known of a cluster before anything of the input is applied. */
export interface Ground {
  /** Objects of the cluster; the first has position -1, the next -2. */
  readonly objects: readonly Placed[];
  /** Groups and kinds all of whose objects are known, such as `LimitRange` or `apps/Deployment`. */
  readonly completeKinds: ReadonlySet<string>;
  /** The objects are in a new cluster, which has all its objects but for those of these kinds, some of which cannot be read. */
  readonly newBut?: ReadonlySet<string>;
}

/** What is in the cluster before the objects: what they rely on, nothing but what every new cluster has, or what is known. */
export type Cluster = 'assumed' | 'empty' | Ground;

/** Names of objects that every new cluster has. */
const OF_EVERY_CLUSTER: Readonly<Record<string, readonly string[]>> = {
  Namespace: ['default', 'kube-node-lease', 'kube-public', 'kube-system'],
  'scheduling.k8s.io/PriorityClass': Object.keys(SYSTEM_PRIORITIES),
};

/** What the cluster has after the objects that were applied so far; later ones of the same name replace earlier ones. */
export class Applied {
  /** By kind. Strings for keys are not put together here, as objects are asked for more often than anything else. */
  private readonly kinds = new Map<string, ObjectsOfKind>();
  private readonly replacedOfCluster: Placed[] = [];
  /** Objects that are applied, before and after those so far. */
  private input: readonly { readonly object: any }[] = [];

  public constructor(private readonly cluster: Cluster) {
    if (typeof cluster === 'object') for (const placed of cluster.objects) this.put(placed);
  }

  /** Says which objects are to be applied. */
  public announce(input: readonly { readonly object: any }[]): void {
    this.input = input;
  }

  /** Whether an object of a kind is still to be applied, or was refused. */
  public isComing(kind: string, isMeant: (object: any) => boolean): boolean {
    return this.input.some(({ object }) => groupKindOf(object) === kind && isMeant(object));
  }

  /** @returns the object that it replaces. */
  public add(placed: Placed): Placed | undefined {
    const replaced = this.put(placed);
    if (replaced !== undefined && isOfCluster(replaced)) this.replacedOfCluster.push(replaced);
    return replaced;
  }

  private put(placed: Placed): Placed | undefined {
    const kind = groupKindOf(placed.object);
    let objects = this.kinds.get(kind);
    if (objects === undefined) {
      objects = new ObjectsOfKind();
      this.kinds.set(kind, objects);
    }
    return objects.put(placed);
  }

  /** Objects of a group and kind, such as `LimitRange` or `apps/Deployment`, in the order in which they were applied. */
  public all(kind: string): readonly Placed[] {
    return this.kinds.get(kind)?.inOrder ?? NONE;
  }

  /** The same by name; the list is another one after each change. */
  public allByName(kind: string): readonly Placed[] {
    return this.kinds.get(kind)?.byName() ?? NONE;
  }

  /** Objects of a namespaced kind in a namespace, by name. */
  public in(namespace: string, kind: string): readonly Placed[] {
    return this.kinds.get(kind)?.in(namespace) ?? NONE;
  }

  /** Whether the cluster certainly does not have an object of a kind without namespaces. */
  public lacks(kind: string, name: string): boolean {
    if (!this.knowsAll(kind) || OF_EVERY_CLUSTER[kind]?.includes(name)) return false;
    return this.find(kind, name) === undefined;
  }

  /** Whether all objects of a kind in a namespace are known, but for those that controllers make. */
  public knowsAllIn(namespace: string, kind: string): boolean {
    if (this.knowsAll(kind)) return true;
    const placed = this.find('Namespace', namespace);
    return placed !== undefined && !isOfCluster(placed);
  }

  /** Whether all objects of a kind are known, in whatever namespace: the cluster is empty, or a snapshot has them. */
  public knowsAll(kind: string): boolean {
    if (typeof this.cluster === 'string') return this.cluster === 'empty';
    return this.isSnapshotOf(kind) || this.cluster.newBut?.has(kind) === false;
  }

  /** Whether a snapshot has all objects of a kind. */
  public isSnapshotOf(kind: string): boolean {
    return typeof this.cluster === 'object' && this.cluster.completeKinds.has(kind);
  }

  /** Whether a snapshot says nothing about a kind. */
  public isSnapshotWithout(kind: string): boolean {
    return typeof this.cluster === 'object' && this.cluster.completeKinds.size > 0 && !this.knowsAll(kind);
  }

  /** Objects of the cluster in a namespace that were replaced since. */
  public replacedIn(namespace: string): readonly Placed[] {
    return this.replacedOfCluster.filter(({ object }) => appliedNamespaceOf(object) === namespace);
  }

  /** Every object of every kind. */
  public everything(): readonly Placed[] {
    return [...this.kinds.keys()].flatMap((kind) => this.all(kind));
  }

  /** Every object of a namespace. */
  public everythingIn(namespace: string): readonly Placed[] {
    return [...this.kinds.keys()].flatMap((kind) => this.in(namespace, kind));
  }

  /** The object of that kind and name; without a namespace for kinds of the cluster. */
  public find(kind: string, name: string, namespace?: string): Placed | undefined {
    const objects = this.kinds.get(kind);
    const found = objects?.find(namespace, name);
    return found ?? (namespace === DEFAULT_NAMESPACE ? objects?.find(undefined, name) : undefined);
  }
}

/** Whether an object was in the cluster before. */
export function isOfCluster({ document }: Placed): boolean {
  return document < 0;
}

const NONE: readonly Placed[] = [];

function byName(a: Placed, b: Placed): number {
  return a.object.metadata.name < b.object.metadata.name ? -1 : 1;
}

class ObjectsOfKind {
  /** In the order in which they were applied; what replaces an object has its position. */
  public readonly inOrder: Placed[] = [];
  private readonly positions = new Map<string, Map<string, number>>();
  /** Lists that were asked for, until an object is added. */
  private sorted: readonly Placed[] | undefined;
  private readonly sortedIn = new Map<string, readonly Placed[]>();

  public find(namespace = '', name = ''): Placed | undefined {
    const position = this.positions.get(namespace)?.get(name);
    return position === undefined ? undefined : this.inOrder[position];
  }

  public byName(): readonly Placed[] {
    this.sorted ??= this.inOrder.toSorted(byName);
    return this.sorted;
  }

  /** Objects of a namespace, by name; those without one are in the default one. */
  public in(namespace: string): readonly Placed[] {
    let list = this.sortedIn.get(namespace);
    if (list === undefined) {
      const names = namespace === DEFAULT_NAMESPACE ? [namespace, ''] : [namespace];
      list = names
        .flatMap((name) => [...(this.positions.get(name)?.values() ?? [])])
        .map((position) => this.inOrder[position]!)
        .sort(byName);
      this.sortedIn.set(namespace, list);
    }
    return list;
  }

  /** @returns the object that it replaces. */
  public put(placed: Placed): Placed | undefined {
    const { namespace = '', name = '' } = placed.object.metadata ?? {};
    let positions = this.positions.get(namespace);
    if (positions === undefined) {
      positions = new Map();
      this.positions.set(namespace, positions);
    }
    const position = positions.get(name) ?? this.inOrder.length;
    positions.set(name, position);
    const replaced = this.inOrder[position];
    this.inOrder[position] = placed;
    this.sorted = undefined;
    this.sortedIn.clear();
    return replaced;
  }
}
