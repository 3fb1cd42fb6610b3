import { DEFAULT_NAMESPACE } from '../../facts';
import { isAboutOthers } from './about-others';
import type { Cluster } from './cluster';
import { kindKey, namespaceNamed } from './placed';
import { RELEASE_KINDS } from './releases';

/** What a release reads, and where its chart comes from. */
const CONFIGURATION =
  /^\/(?:ConfigMap|PersistentVolumeClaim|Secret|ServiceAccount)$|^(?:bitnami\.com|cert-manager\.io|external-secrets\.io|source\.toolkit\.fluxcd\.io)\//;

const CERTIFICATES = /^cert-manager\.io\//;

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
  const isConfiguration = (object: any) => CONFIGURATION.test(keyOf(object));
  // What sends requests to Services is there with them, unless a release brings them.
  if (releases.length === 0)
    return !here.every(isConfiguration) || !here.some((object) => CERTIFICATES.test(keyOf(object)));
  return releases.length > 1 || here.some((object) => !isAboutOthers(object) && !isConfiguration(object));
}
