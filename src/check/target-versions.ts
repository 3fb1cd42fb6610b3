import { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../facts';
import { checkProps } from '../props';

/** One version or several; undefined stands for the newest. */
export type VersionOption = KubernetesVersion | readonly KubernetesVersion[] | undefined;

/** The versions of an option, each once, in the order in which they are given. */
export function targetVersions(given: VersionOption): readonly KubernetesVersion[] {
  return given === undefined ? [NEWEST_VERSION] : typeof given === 'string' ? [given] : [...new Set(given)];
}

/**
 * Makes sure that the versions are some whose API documents the package has.
 *
 * @throws PropsError for one that is not supported, and for an empty list.
 */
export function checkVersions(where: string, versions: VersionOption): void {
  const given: readonly unknown[] = Array.isArray(versions) ? versions : [versions ?? NEWEST_VERSION];
  checkProps(where, (reportIssue) => {
    if (given.length === 0) reportIssue('kubernetesVersion', 'must have at least one version');
    for (const version of given) {
      if (KUBERNETES_VERSIONS.some((known) => known === version)) continue;
      const meant = supportedVersion(version);
      reportIssue('kubernetesVersion', unsupportedVersion(version), meant && `use ${JSON.stringify(meant)}`);
    }
  });
}

/** The version that is meant by `v1.36`, `1.36.3` or the number 1.36; undefined when the package does not have it. */
export function supportedVersion(version: unknown): KubernetesVersion | undefined {
  const short = /^v?(\d+\.\d+)(\.\d+)?$/.exec(String(version))?.[1];
  return KUBERNETES_VERSIONS.find((known) => known === short);
}

/** `unsupported Kubernetes version "1.99" (supported: 1.28-1.36)` */
export function unsupportedVersion(version: unknown): string {
  return `unsupported Kubernetes version ${JSON.stringify(version)} (supported: ${KUBERNETES_VERSIONS[0]}-${NEWEST_VERSION})`;
}
