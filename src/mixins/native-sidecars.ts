import type { IConstruct } from 'constructs';
import { targetVersionsOf } from '../app';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../facts';

/**
 * First version in which init containers that stay run without a feature gate.
 *
 * @see https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/753-sidecar-containers
 */
const FIRST: KubernetesVersion = '1.29';

/** Whether every version that the app is made for has native sidecars. */
export function hasNativeSidecars(construct: IConstruct): boolean {
  const first = KUBERNETES_VERSIONS.indexOf(FIRST);
  return targetVersionsOf(construct).every((version) => KUBERNETES_VERSIONS.indexOf(version) >= first);
}
