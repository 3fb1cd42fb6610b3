/** Copies of an object in which one value is missing, null or another one, at every depth: what a program may hand over by mistake. */
export function partialObjects(object: any, instead: readonly unknown[] = [undefined, null]): any[] {
  const copies: any[] = [];
  const visit = (value: any, path: readonly (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      for (const value of instead) copies.push(changed(object, here, value));
      visit(value[key], here);
    }
  };
  visit(object, []);
  return copies;
}

function changed(object: any, path: readonly (string | number)[], value: unknown): any {
  const copy = structuredClone(object);
  const last = path.at(-1)!;
  const parent = path.slice(0, -1).reduce((at, key) => at[key], copy);
  if (value !== undefined || Array.isArray(parent)) parent[last] = value;
  else delete parent[last];
  return copy;
}
