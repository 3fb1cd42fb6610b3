import { supportedVersion, unsupportedVersion } from '../../check';
import { type KubernetesVersion, NEWEST_VERSION } from '../../facts';
import type { Finding } from '../../findings';
import { BadUseError, unexpected } from '../bad-use';

/** Version of Kubernetes, or versions, that an assertion is for. */
export type Versions = KubernetesVersion | readonly KubernetesVersion[];

/**
 * The versions of an argument; the newest when there is none.
 *
 * @throws BadUseError for an empty list, which would check nothing, and for versions that are not supported.
 */
export function versionsOf(versions: Versions = NEWEST_VERSION): readonly KubernetesVersion[] {
  const list = typeof versions === 'string' ? [versions] : versions;
  if (!Array.isArray(list)) {
    const meant = typeof versions === 'number' ? supportedVersion(Number(versions).toFixed(2)) : undefined;
    const expected =
      meant === undefined ? `a version of Kubernetes such as "${NEWEST_VERSION}"` : JSON.stringify(meant);
    throw unexpected('versions', `${expected}, or an array of versions`, versions);
  }
  if (list.length === 0) {
    throw new BadUseError('expected at least one version of Kubernetes, received an empty list');
  }
  for (const version of list) {
    const supported = supportedVersion(version);
    if (supported === version) continue;
    throw new BadUseError(`${unsupportedVersion(version)}${supported === undefined ? '' : `; use "${supported}"`}`);
  }
  return list;
}

/** The findings of a check for each version; a finding of several versions once, with all of them, in the words of the last. */
export function overVersions(versions: readonly KubernetesVersion[], check: (version: KubernetesVersion) => Finding[]) {
  const merged = new Map<string, Finding>();
  for (const finding of versions.flatMap(check)) {
    const key = JSON.stringify([
      finding.rule,
      finding.document,
      finding.name,
      finding.path,
      finding.params ?? finding.reason,
    ]);
    const known = merged.get(key)?.kubernetesVersions ?? [];
    merged.set(key, { ...finding, kubernetesVersions: [...known, ...finding.kubernetesVersions] });
  }
  return [...merged.values()];
}
