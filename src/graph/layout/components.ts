/** Divides items into groups that are connected, directly or by others, in the order of their first items. */
export function connected<T>(items: readonly T[], pairs: readonly (readonly [T, T])[]): T[][] {
  const neighbors = new Map<T, T[]>(items.map((item) => [item, []]));
  for (const [one, other] of pairs) {
    neighbors.get(one)?.push(other);
    neighbors.get(other)?.push(one);
  }
  const seen = new Set<T>();
  return items.flatMap((item) => {
    if (seen.has(item)) return [];
    const reached = new Set<T>([item]);
    for (const one of reached) {
      seen.add(one);
      for (const next of neighbors.get(one)!) reached.add(next);
    }
    return [items.filter((one) => reached.has(one))];
  });
}
