import type { IConstruct } from 'constructs';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../validation/finding';

const targets = new WeakMap<IConstruct, readonly KubernetesVersion[]>();

/** Notes for which versions of Kubernetes an app is made; undefined stands for the newest. */
export function recordTargetVersions(
  app: IConstruct,
  versions: KubernetesVersion | readonly KubernetesVersion[] | undefined,
): void {
  if (versions !== undefined) {
    targets.set(app, typeof versions === 'string' ? [versions] : versions);
  }
}

/** Versions of Kubernetes that the app of a construct is made for; the newest for an app that does not say. */
export function targetVersionsOf(construct: IConstruct): readonly KubernetesVersion[] {
  return targets.get(construct.node.root) ?? KUBERNETES_VERSIONS.slice(-1);
}
