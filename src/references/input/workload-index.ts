import { selectorMatches } from '../../values';
import { isAutomatic, withoutAutomaticLabels } from './automatic-labels';
import { Index, PairIndex } from './cluster-index';
import type { Lookups } from './lookups';
import type { ScaledSets } from './ordinals';
import type { Workload } from './placed';

/** The workloads of a cluster by namespace, as `namespaceOf` calls it, and by labels of their pods. */
export class WorkloadIndex {
  private readonly lists: Index<Workload>;
  private readonly byNamespace: Index<Workload>;
  private readonly byLabel: PairIndex<Workload>;

  public constructor(
    private readonly scaledSets: ScaledSets,
    lookups?: Lookups,
  ) {
    this.lists = new Index('workloads', lookups);
    this.byNamespace = new Index('workloads in', lookups);
    this.byLabel = new PairIndex('workloads with', lookups);
  }

  public add(workload: Workload, namespace: string): void {
    this.lists.add(workload, ALL);
    this.byNamespace.add(workload, namespace);
    for (const [key, value] of Object.entries(workload.pod.metadata?.labels ?? {})) {
      this.byLabel.add(workload, key, `${namespace}\0${value}`);
    }
  }

  public get all(): readonly Workload[] {
    return this.lists.get(ALL);
  }

  public in(namespace: string): readonly Workload[] {
    return this.byNamespace.get(namespace);
  }

  /** Workloads of a namespace whose pods a label selector selects. */
  public selected(namespace: string, selector: any): readonly Workload[] {
    let candidates = this.in(namespace);
    for (const [key, value] of Object.entries(selector?.matchLabels ?? {})) {
      const labeled = isAutomatic(key) ? candidates : this.byLabel.get(key, `${namespace}\0${value}`);
      // The rarest label: all pods of a namespace may share the others.
      if (labeled.length < candidates.length) candidates = labeled;
    }
    return candidates.filter((workload) => {
      const remaining = withoutAutomaticLabels(selector ?? {}, workload.object, this.scaledSets);
      return remaining !== undefined && selectorMatches(remaining, workload.pod.metadata?.labels ?? {});
    });
  }
}

const ALL = 'all';
