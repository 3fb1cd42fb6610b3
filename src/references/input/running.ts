import { DEFAULT_NAMESPACE } from '../../facts';
import { isAboutOthers } from './about-others';
import type { Cluster } from './cluster';
import { kindKey, namespaceNamed } from './placed';
import { RELEASE_KINDS } from './releases';

/** What a release reads, and where its chart comes from. */
const CONFIGURATION =
  /^\/(?:ConfigMap|PersistentVolumeClaim|Secret|ServiceAccount)$|^(?:bitnami\.com|cert-manager\.io|external-secrets\.io|source\.toolkit\.fluxcd\.io)\//;

/**
 * Whether the input is what runs in a namespace. A file with certificates is not, nor is the directory of one app: one release of a chart
 * with its configuration, where other directories have the other apps of the namespace.
 */
export function hasWhatRuns(namespace: string | null, cluster: Cluster): boolean {
  if (namespace === null || !cluster.owns(namespace)) return false;
  if (cluster.find('/Namespace', null, namespace || DEFAULT_NAMESPACE) !== undefined) return true;
  const here = cluster.inNamespace.get(namespaceNamed(namespace)).map(({ object }) => object);
  const keyOf = (object: any) => kindKey(object?.apiVersion, object?.kind);
  const releases = here.filter((object) => RELEASE_KINDS.includes(keyOf(object)));
  return releases.length > 1 || here.some((object) => !isAboutOthers(object) && !CONFIGURATION.test(keyOf(object)));
}
