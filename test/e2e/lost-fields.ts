/**
 * Paths of a manifest that the stored object lacks or has otherwise. Lists keep their order on the server; numbers may
 * come back as strings and the other way round where the field takes both.
 */
export function lostFields(written: any, stored: any, path = ''): string[] {
  if (Array.isArray(written)) {
    if (!Array.isArray(stored)) return written.length ? [path] : [];
    return written.flatMap((value, index) => lostFields(value, stored[index], `${path}[${index}]`));
  }
  if (written !== null && typeof written === 'object') {
    return Object.keys(written).flatMap((key) => {
      const below = path ? `${path}.${key}` : key;
      if (below === 'stringData') return [];
      return lostFields(written[key], stored?.[key], below);
    });
  }
  // What equals "nothing" is not stored.
  if (stored === undefined && (written === '' || written === false || written === 0)) return [];
  return String(written) === String(stored)
    ? []
    : [`${path}: ${JSON.stringify(written)} became ${JSON.stringify(stored)}`];
}
