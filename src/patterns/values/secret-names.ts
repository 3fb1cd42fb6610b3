const SECRET = /pass(word|wd|phrase)?$|secret$|token$|api[-_]?key$|private[-_]?key$|credentials?$/i;

/** Paths of values that look like a literal secret: a string under a name such as `password`. */
export function secretPaths(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) {
    const named = value.flatMap((item, index) =>
      typeof item?.name === 'string' && SECRET.test(item.name) && isText(item.value) ? [[...path, index, 'value']] : [],
    );
    return [...named, ...value.flatMap((item, index) => secretPaths(item, [...path, index]))];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, item]) =>
    SECRET.test(key) && isText(item) ? [[...path, key]] : secretPaths(item, [...path, key]),
  );
}

function isText(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
