import type { KubernetesVersion } from '../facts';
import type { RawFinding } from '../findings';

/** A finding with the versions that report it. */
export interface VersionedFinding {
  readonly raw: RawFinding;
  readonly kubernetesVersions: readonly KubernetesVersion[];
}

/**
 * Runs a check for each version and merges what is the same finding: the same rule, field and reason. Of messages that
 * differ only in their words, the one of the last version remains.
 */
export function overVersions(
  versions: readonly KubernetesVersion[],
  check: (version: KubernetesVersion) => readonly RawFinding[],
): VersionedFinding[] {
  const merged = new Map<string, { raw: RawFinding; kubernetesVersions: KubernetesVersion[] }>();
  for (const version of versions) {
    for (const raw of check(version)) {
      const key = keyOf(raw);
      const known = merged.get(key);
      if (known === undefined) {
        merged.set(key, { raw, kubernetesVersions: [version] });
      } else {
        known.raw = raw;
        if (!known.kubernetesVersions.includes(version)) known.kubernetesVersions.push(version);
      }
    }
  }
  return [...merged.values()];
}

/** Parameters tell findings of one rule and field apart; the words around them may change from version to version. */
function keyOf({ rule, path, reason, severity, value, params, message }: RawFinding): string {
  return JSON.stringify([rule, path, reason, severity, value, params ?? message], (_, part) =>
    typeof part === 'bigint' ? String(part) : part,
  );
}
