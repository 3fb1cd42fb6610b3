import type { IConstruct } from 'constructs';
import { targetVersions, type VersionOption } from '../check';
import type { KubernetesVersion } from '../facts';

const targets = new WeakMap<IConstruct, readonly KubernetesVersion[]>();

/** Notes for which versions of Kubernetes an app is made; undefined stands for the newest. */
export function recordTargetVersions(app: IConstruct, versions: VersionOption): void {
  if (versions !== undefined) {
    targets.set(app, targetVersions(versions));
  }
}

/** Versions of Kubernetes that the app of a construct is made for; the newest for an app that does not say. */
export function targetVersionsOf(construct: IConstruct): readonly KubernetesVersion[] {
  return targets.get(construct.node.root) ?? targetVersions(undefined);
}
