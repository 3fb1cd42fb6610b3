import type { IConstruct } from 'constructs';
import { targetVersionsOf } from '../app';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../facts';

/**
 * First version that supports native sidecars by default.
 *
 * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/753-sidecar-containers
 */
const FIRST: KubernetesVersion = '1.29';

/** Whether all target versions of the app support native sidecars. */
export function hasNativeSidecars(construct: IConstruct): boolean {
  const first = KUBERNETES_VERSIONS.indexOf(FIRST);
  return targetVersionsOf(construct).every((version) => KUBERNETES_VERSIONS.indexOf(version) >= first);
}
