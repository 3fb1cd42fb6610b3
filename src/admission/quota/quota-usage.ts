import { appliedNamespaceOf, groupKindOf, isKind, type KubernetesVersion, minorOf } from '../../facts';
import { defaultedCopy } from '../../validation';
import { addAmounts, amountsOf, type ResourceAmounts, subtractAmounts, timesAmounts } from '../../values';
import { type Applied, isOfCluster, type Placed } from '../applied';
import { controlledPods } from '../controllers';
import { builtInObjects } from './built-in-objects';
import { isLimitedBy, limitedUsage } from './limits';
import { usageOf } from './usage';

/** A quota that limits an object, and what the object uses of its resources. */
export interface LimitingQuota {
  readonly quota: Placed;
  readonly usage: ResourceAmounts;
}

/** What the objects applied so far use of each quota, kept up to date so that each object is counted once. */
export class QuotaUsage {
  private readonly used = new Map<Placed, ResourceAmounts>();
  /** As long as the quotas of the namespace are these. */
  private readonly known = new WeakMap<
    object,
    { readonly quotas: readonly Placed[]; readonly limiting: readonly LimitingQuota[] }
  >();
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
    for (const quota of this.used.keys()) {
      if (this.applied.replacedIn(appliedNamespaceOf(quota.object)).length > 0) this.used.delete(quota);
    }
  }

  /** The quotas of its namespace that limit an object, with what it uses of each. No plugin changes the object any more. */
  public limiting(object: any): readonly LimitingQuota[] {
    const quotas = this.applied.in(appliedNamespaceOf(object), 'ResourceQuota');
    if (quotas.length === 0) return [];
    const known = this.known.get(object);
    if (known?.quotas === quotas) return known.limiting;
    const whole = usageOf(object, this.minor);
    const limiting = quotas
      .filter((quota) => isLimitedBy(object, whole, quota.object, this.minor))
      .map((quota) => ({ quota, usage: limitedUsage(whole, quota.object) }));
    this.known.set(object, { quotas, limiting });
    return limiting;
  }

  /** What an object uses of a quota of its namespace. */
  private usageOf(quota: Placed, object: any): ResourceAmounts {
    return this.limiting(object).find((one) => one.quota === quota)?.usage ?? NOTHING;
  }

  private usedOf(quota: Placed, objects: readonly any[]): ResourceAmounts {
    return objects.reduce<ResourceAmounts>((used, object) => addAmounts(used, this.usageOf(quota, object)), NOTHING);
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

  /** Whether the cluster may have the object already, of a kind that its snapshot has not read, so that the quota counts it. */
  public mayCount(quota: Placed, object: any): boolean {
    return quota.object.status?.used !== undefined && this.applied.isSnapshotWithout(groupKindOf(object));
  }

  /** What all objects of the namespace use. */
  private counted(quota: Placed): ResourceAmounts {
    const namespace = appliedNamespaceOf(quota.object);
    const objects = this.applied.everythingIn(namespace).map(({ object }) => object);
    const builtIn = builtInObjects(namespace).filter(
      (object) => this.applied.find(groupKindOf(object), object.metadata.name, namespace) === undefined,
    );
    return this.usedOf(quota, [...builtIn, ...objects]);
  }

  /** What the cluster counted, which has pods too, and what was applied since. */
  private sinceCounted(quota: Placed): ResourceAmounts {
    const namespace = appliedNamespaceOf(quota.object);
    const added = this.applied
      .everythingIn(namespace)
      .filter((placed) => !isOfCluster(placed) && !this.mayCount(quota, placed.object));
    const used = (placed: readonly Placed[]) =>
      this.usedOf(
        quota,
        placed.map(({ object }) => object),
      );
    const sum = addAmounts(amountsOf(quota.object.status.used), used(added));
    const replaced = this.applied.replacedIn(namespace);
    const left = subtractAmounts(sum, used(replaced));
    if (this.countsReplacedPods) return left;
    return replaced.reduce((rest, { object }) => subtractAmounts(rest, this.podsUsing(quota, object)), left);
  }

  /** What the pods of a workload of the cluster use. */
  private podsUsing(quota: Placed, workload: any): ResourceAmounts {
    const controlled = controlledPods(workload);
    if (controlled === undefined) return NOTHING;
    const pod = defaultedCopy(controlled.pod, this.version);
    const running =
      workload.status?.replicas ?? workload.status?.currentNumberScheduled ?? workload.status?.active ?? 0;
    return timesAmounts(this.usageOf(quota, pod), running);
  }

  /** Counts an object that was applied. */
  public add(object: any, replaced: Placed | undefined): void {
    // What replaces an object changes the counts in both directions.
    if (replaced !== undefined || isKind(object, 'ResourceQuota')) {
      this.used.clear();
      return;
    }
    for (const { quota, usage } of this.limiting(object)) {
      const used = this.used.get(quota);
      if (used !== undefined && !this.mayCount(quota, object)) this.used.set(quota, addAmounts(used, usage));
    }
  }
}

const NOTHING: ResourceAmounts = new Map();
