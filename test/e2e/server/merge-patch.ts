/** What changes one value into the other, by RFC 7386; undefined when nothing does. */
export function mergePatch(from: any, to: any): any {
  const isObject = (value: any) => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(from) || !isObject(to)) return JSON.stringify(from) === JSON.stringify(to) ? undefined : to;
  const patch: any = {};
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const value = to[key] === undefined ? (from[key] === undefined ? undefined : null) : mergePatch(from[key], to[key]);
    if (value !== undefined) patch[key] = value;
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
}
