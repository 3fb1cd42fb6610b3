import { selectorMatches } from '../../values';
import { isAutomatic, withoutAutomaticLabels } from './automatic-labels';
import { Index, PairIndex } from './cluster-index';
import type { Lookups } from './lookups';
import type { ScaledSets } from './ordinals';
import { namespaceOf, type Workload } from './placed';

/** The workloads of a cluster by namespace, as `namespaceOf` calls it, and by labels of their pods. */
export class WorkloadIndex {
  private readonly lists: Index<Workload>;
  private readonly byNamespace: Index<Workload>;
  private readonly byLabel: PairIndex<Workload>;
  private readonly byLabelAnywhere: PairIndex<Workload>;

  public constructor(
    private readonly scaledSets: ScaledSets,
    lookups?: Lookups,
  ) {
    this.lists = new Index('workloads', lookups);
    this.byNamespace = new Index('workloads in', lookups);
    this.byLabel = new PairIndex('workloads with', lookups);
    this.byLabelAnywhere = new PairIndex('workloads anywhere with', lookups);
  }

  public add(workload: Workload, namespace: string): void {
    this.lists.add(workload, ALL);
    this.byNamespace.add(workload, namespace);
    for (const [key, value] of Object.entries<string>(workload.pod.metadata?.labels ?? {})) {
      this.byLabel.add(workload, key, `${namespace}\0${value}`);
      this.byLabelAnywhere.add(workload, key, value);
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
    const labeled = (key: string, value: string) => this.byLabel.get(key, `${namespace}\0${value}`);
    return rarest(this.in(namespace), selector, labeled).filter((workload) => this.isSelected(workload, selector));
  }

  /** The first namespace with such a workload, of those that are asked for. */
  public namespaceSelected(selector: any, isAskedFor: (namespace: string) => boolean): string | undefined {
    const labeled = (key: string, value: string) => this.byLabelAnywhere.get(key, value);
    const found = rarest(this.all, selector, labeled).find(
      (workload) => isAskedFor(namespaceOf(workload.object)) && this.isSelected(workload, selector),
    );
    return found && namespaceOf(found.object);
  }

  private isSelected({ object, pod }: Workload, selector: any): boolean {
    const remaining = withoutAutomaticLabels(selector ?? {}, object, this.scaledSets);
    return remaining !== undefined && selectorMatches(remaining, pod.metadata?.labels ?? {});
  }
}

/** Those with the rarest label of a selector: all pods of a namespace may share the others. */
function rarest(
  all: readonly Workload[],
  selector: any,
  labeledWith: (key: string, value: string) => readonly Workload[],
): readonly Workload[] {
  let candidates = all;
  for (const [key, value] of Object.entries<string>(selector?.matchLabels ?? {})) {
    const labeled = isAutomatic(key) ? candidates : labeledWith(key, value);
    if (labeled.length < candidates.length) candidates = labeled;
  }
  return candidates;
}

const ALL = 'all';
