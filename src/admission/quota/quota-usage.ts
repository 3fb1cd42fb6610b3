import { isKind } from '../../facts';
import { addAmounts, type ResourceAmounts } from '../../values';
import { type Applied, namespaceOf, type Placed } from '../applied';
import { builtInObjects } from './built-in-objects';
import { isLimitedBy, usedOf } from './check-quotas';
import { usageOf } from './usage';

/** What the objects applied so far use of each quota, kept up to date so that each object is counted once. */
export class QuotaUsage {
  private readonly used = new Map<Placed, ResourceAmounts>();

  public constructor(
    private readonly applied: Applied,
    private readonly minor: number,
  ) {}

  /** What is used of a quota. */
  public of(quota: Placed): ResourceAmounts {
    let used = this.used.get(quota);
    if (used === undefined) {
      const namespace = namespaceOf(quota.object);
      const objects = this.applied.everythingIn(namespace).map(({ object }) => object);
      used = usedOf(quota.object, [...builtInObjects(namespace), ...objects], this.minor);
      this.used.set(quota, used);
    }
    return used;
  }

  /** Counts an object that was applied. */
  public add(object: any, replaced: Placed | undefined): void {
    // What replaces an object changes the counts in both directions.
    if (replaced !== undefined || isKind(object, 'ResourceQuota')) {
      this.used.clear();
      return;
    }
    const usage = usageOf(object, this.minor);
    for (const [quota, used] of this.used) {
      if (namespaceOf(quota.object) !== namespaceOf(object)) continue;
      if (isLimitedBy(object, usage, quota.object, this.minor)) this.used.set(quota, addAmounts(used, usage));
    }
  }
}
