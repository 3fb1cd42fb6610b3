import type { Cluster } from './cluster';

interface Found<T> {
  readonly value: T;
  readonly lists: Iterable<string>;
}

/**
 * What rules find once in a cluster and ask for again and again, for each key. All that they keep of a cluster is kept by this: it knows
 * what an answer depends on.
 */
export class FoundOnce<Key, T> {
  private readonly known = new WeakMap<Cluster, Map<Key, Found<T>>>();

  /** @param keepsAll whether all answers are kept, or only the last, for keys that are asked for one after the other. */
  public constructor(
    private readonly find: (key: Key, cluster: Cluster) => T,
    private readonly keepsAll = true,
  ) {}

  public in(cluster: Cluster, key: Key): T {
    let ofCluster = this.known.get(cluster);
    if (ofCluster === undefined) {
      ofCluster = new Map();
      this.known.set(cluster, ofCluster);
    }
    let found = ofCluster.get(key);
    if (found === undefined) {
      if (!this.keepsAll) ofCluster.clear();
      const { lookups } = cluster;
      const find = () => this.find(key, cluster);
      found = lookups === undefined ? { value: find(), lists: [] } : lookups.during(find);
      ofCluster.set(key, found);
    } else cluster.lookups?.readAgain(found.lists);
    return found.value;
  }
}
