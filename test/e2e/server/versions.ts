import { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../../../src/facts/versions';

/** The patch release that stands for each minor version: the one whose OpenAPI document is imported. */
const RELEASES: Readonly<Record<KubernetesVersion, string>> = {
  '1.28': '1.28.15',
  '1.29': '1.29.15',
  '1.30': '1.30.14',
  '1.31': '1.31.0',
  '1.32': '1.32.13',
  '1.33': '1.33.13',
  '1.34': '1.34.4',
  '1.35': '1.35.4',
  '1.36': '1.36.3',
};

/** The versions that `npm run e2e` proves: the oldest and the newest. */
export const PROVEN_VERSIONS: readonly KubernetesVersion[] = [KUBERNETES_VERSIONS[0], NEWEST_VERSION];

export const ETCD_VERSION = '3.6.7';

/** `1.36`, `1.36.3` or `v1.36.3` → `1.36.3`. */
export function releaseOf(version: string): string {
  const bare = version.replace(/^v/, '');
  const release = RELEASES[bare as KubernetesVersion] ?? bare;
  if (!/^\d+\.\d+\.\d+$/.test(release)) {
    throw new Error(`unknown Kubernetes version "${version}"; known: ${KUBERNETES_VERSIONS.join(', ')}`);
  }
  return release;
}

/** `1.36.3` → `1.36`. */
export function minorOf(version: string): KubernetesVersion {
  return releaseOf(version).split('.').slice(0, 2).join('.') as KubernetesVersion;
}
