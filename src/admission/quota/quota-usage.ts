import { appliedNamespaceOf, groupKindOf, isKind, type KubernetesVersion, minorOf } from '../../facts';
import { defaultedCopy } from '../../validation';
import { addAmounts, amountsOf, type ResourceAmounts, subtractAmounts, timesAmounts } from '../../values';
import { type Applied, isOfCluster, type Placed } from '../applied';
import { controlledPods } from '../controllers';
import { builtInObjects } from './built-in-objects';
import { hardOf, isLimitedBy } from './check-quotas';
import { usageOf } from './usage';

/** What the objects applied so far use of each quota, kept up to date so that each object is counted once. */
export class QuotaUsage {
  private readonly used = new Map<Placed, ResourceAmounts>();
  private readonly usages = new WeakMap<object, ResourceAmounts>();
  private readonly minor: number;
  private countsReplacedPods = true;

  public constructor(
    private readonly applied: Applied,
    private readonly version: KubernetesVersion,
  ) {
    this.minor = minorOf(version);
  }

  /** From now on, pods of workloads that were replaced do not count: their controllers replace them too. */
  public forgetPodsOfReplaced(): void {
    this.countsReplacedPods = false;
    this.used.clear();
  }

  /** What an object uses that no plugin changes any more. */
  public usageOf(object: any): ResourceAmounts {
    let usage = this.usages.get(object);
    if (usage === undefined) {
      usage = usageOf(object, this.minor);
      this.usages.set(object, usage);
    }
    return usage;
  }

  private usedOf(quota: any, objects: readonly any[]): ResourceAmounts {
    return objects.reduce<ResourceAmounts>((used, object) => {
      const usage = this.usageOf(object);
      return isLimitedBy(object, usage, quota, this.minor) ? addAmounts(used, usage) : used;
    }, new Map());
  }

  /** What is used of a quota. */
  public of(quota: Placed): ResourceAmounts {
    let used = this.used.get(quota);
    if (used === undefined) {
      used = quota.object.status?.used === undefined ? this.counted(quota) : this.sinceCounted(quota);
      this.used.set(quota, used);
    }
    return used;
  }

  /** What all objects of the namespace use. */
  private counted({ object: quota }: Placed): ResourceAmounts {
    const namespace = appliedNamespaceOf(quota);
    const objects = this.applied.everythingIn(namespace).map(({ object }) => object);
    const builtIn = builtInObjects(namespace).filter(
      (object) => this.applied.find(groupKindOf(object), object.metadata.name, namespace) === undefined,
    );
    return this.usedOf(quota, [...builtIn, ...objects]);
  }

  /** What the cluster counted, which has pods too, and what was applied since. */
  private sinceCounted({ object: quota }: Placed): ResourceAmounts {
    const namespace = appliedNamespaceOf(quota);
    const added = this.applied.everythingIn(namespace).filter((placed) => !isOfCluster(placed));
    const used = (placed: readonly Placed[]) =>
      this.usedOf(
        quota,
        placed.map(({ object }) => object),
      );
    const sum = addAmounts(amountsOf(quota.status.used), used(added));
    const replaced = this.applied.replacedIn(namespace);
    const left = subtractAmounts(sum, used(replaced));
    if (this.countsReplacedPods) return left;
    return replaced.reduce((rest, { object }) => subtractAmounts(rest, this.podsUsing(quota, object)), left);
  }

  /** What the pods of a workload of the cluster use. */
  private podsUsing(quota: any, workload: any): ResourceAmounts {
    const controlled = controlledPods(workload);
    if (controlled === undefined) return new Map();
    const pod = defaultedCopy(controlled.pod, this.version);
    const usage = this.usageOf(pod);
    const running =
      workload.status?.replicas ?? workload.status?.currentNumberScheduled ?? workload.status?.active ?? 0;
    return isLimitedBy(pod, usage, quota, this.minor) ? timesAmounts(usage, running) : new Map();
  }

  /** Counts an object that was applied. */
  public add(object: any, replaced: Placed | undefined): void {
    // What replaces an object changes the counts in both directions.
    if (replaced !== undefined || isKind(object, 'ResourceQuota')) {
      this.used.clear();
      return;
    }
    const usage = this.usageOf(object);
    for (const quota of this.applied.in(appliedNamespaceOf(object), 'ResourceQuota')) {
      const used = this.used.get(quota);
      if (used === undefined || !isLimitedBy(object, usage, quota.object, this.minor)) continue;
      const counted = [...usage].filter(([name]) => hardOf(quota.object).has(name));
      this.used.set(quota, addAmounts(used, new Map(counted)));
    }
  }
}
