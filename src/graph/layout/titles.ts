/** What is written above the objects of a namespace. */
export function titleOf(name: string | null): string {
  return name ?? 'cluster and elsewhere';
}
