/** When the sources of the tables were read, unless a row gives another date. */
const READ = '2026-11-26';

/** Source of a row: a Dockerfile in a GitHub repository at the commit that was read. */
export function dockerfile(repository: string, commit: string, path: string): { source: string; read: string } {
  return { source: `https://github.com/${repository}/blob/${commit}/${path}`, read: READ };
}

/** Source of a row that is not a Dockerfile. */
export function page(source: string): { source: string; read: string } {
  return { source, read: READ };
}
