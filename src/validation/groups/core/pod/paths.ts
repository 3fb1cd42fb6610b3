/** What the server has against a path with `..` in it (`validatePathNoBacksteps`). */
export function pathWithoutBacksteps(path: string): string[] {
  return path.split('/').includes('..') ? ["must not contain '..'"] : [];
}

/** A path that stays below the directory it is relative to (`validateLocalDescendingPath`). */
export function descendingPath(path: string): string[] {
  return [...(path.startsWith('/') ? ['must be a relative path'] : []), ...pathWithoutBacksteps(path)];
}

/** A descending path whose first part does not begin with `..`, which the kubelet uses itself (`ValidateLocalNonReservedPath`). */
export function unreservedPath(path: string): string[] {
  const reserved = path.startsWith('..') && !path.startsWith('../') ? ["must not start with '..'"] : [];
  return [...descendingPath(path), ...reserved];
}
