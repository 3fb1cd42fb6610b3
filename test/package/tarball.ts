/** Path of the tarball that pack.ts made for this run of jest. */
export function packedTarball(): string {
  const path = process.env.PACKED_TARBALL;
  if (path === undefined) throw new Error('run these tests with jest.package.config.js, which packs the tarball first');
  return path;
}
