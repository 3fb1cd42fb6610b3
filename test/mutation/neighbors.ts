/** Copies of an object in which one value is just beside what it was, for the bounds of rules. */
export function neighbors(object: any): any[] {
  const copies: any[] = [];
  const visit = (value: any, path: readonly string[]): void => {
    for (const other of beside(value)) copies.push(replaced(object, path, other));
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) visit(value[key], [...path, key]);
  };
  visit(object, []);
  return copies;
}

function beside(value: unknown): unknown[] {
  if (typeof value === 'number') return [value - 1, value + 1];
  if (typeof value === 'string' && value.length > 10) return [value.slice(0, -1), `${value}${value.at(-1)}`];
  if (Array.isArray(value) && value.length > 1) return [value.slice(0, -1)];
  if (typeof value === 'boolean') return [!value];
  return [];
}

function replaced(object: any, path: readonly string[], value: unknown): any {
  const copy = structuredClone(object);
  const parent = path.slice(0, -1).reduce((at, key) => at[key], copy);
  parent[path.at(-1)!] = value;
  return copy;
}
