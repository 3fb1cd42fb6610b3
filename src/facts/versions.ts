/** The Kubernetes minor versions whose API documents come with the package. */
export const KUBERNETES_VERSIONS = ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'] as const;

/** A Kubernetes minor version, such as `'1.36'`. */
export type KubernetesVersion = (typeof KUBERNETES_VERSIONS)[number];

/** The newest supported version, which is the default for checks. */
export const NEWEST_VERSION = KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.length - 1]!;

/** `36` for `1.36`. */
export function minorOf(version: string): number {
  return Number(version.slice(2));
}
