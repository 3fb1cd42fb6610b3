/** An item of a merged list: as it is in the cluster, as it is applied, or both. */
export interface MergedItem {
  readonly live: unknown;
  readonly applied: unknown;
}

/**
 * The items of two lists in the order in which the server merges them: what is applied keeps its order, and what only the
 * cluster has stays as far before it as it can.
 *
 * @param isSame whether two items are found by the same keys
 * @see visitListItems (typed/merge.go of structured-merge-diff)
 */
export function mergedOrder(
  live: readonly unknown[],
  applied: readonly unknown[],
  isSame: (one: unknown, other: unknown) => boolean,
): MergedItem[] {
  const find = (list: readonly unknown[], item: unknown) => list.find((other) => isSame(other, item));
  const shared = applied.filter((item) => find(live, item) !== undefined);
  const merged: MergedItem[] = [];
  let atLive = 0;
  for (const item of applied) {
    // Items of the cluster that are applied come in the order in which they are applied.
    for (; atLive < live.length; atLive++) {
      const ofCluster = live[atLive];
      if (find(applied, ofCluster) === undefined) merged.push({ live: ofCluster, applied: undefined });
      else if (shared.length === 0 || isSame(shared[0], ofCluster)) break;
    }
    // The item of the cluster is the one that is merged now, or was merged before: one that is merged later waits.
    if (shared.length === 0 || isSame(live[atLive], item)) atLive++;
    if (shared.length > 0 && isSame(shared[0], item)) shared.shift();
    merged.push({ live: find(live, item), applied: item });
  }
  const others = live.slice(atLive).filter((item) => find(applied, item) === undefined);
  return [...merged, ...others.map((item) => ({ live: item, applied: undefined }))];
}
