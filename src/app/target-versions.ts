import type { IConstruct } from 'constructs';
import { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../facts';
import { checkProps } from '../props';

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

/**
 * Sees to it that the versions are some whose API documents the package has.
 *
 * @throws PropsError for one that it does not know, and for an empty list.
 */
export function checkVersions(
  where: string,
  versions: KubernetesVersion | readonly KubernetesVersion[] | undefined,
): void {
  const given: readonly unknown[] = Array.isArray(versions) ? versions : [versions ?? NEWEST_VERSION];
  checkProps(where, (problem) => {
    if (given.length === 0) problem('kubernetesVersion', 'must have at least one version');
    for (const version of given) {
      if (KUBERNETES_VERSIONS.some((known) => known === version)) continue;
      const meant = KUBERNETES_VERSIONS.find((known) => known === /^v?(\d+\.\d+)/.exec(String(version))?.[1]);
      problem(
        'kubernetesVersion',
        `${JSON.stringify(version)} is not known; the versions are ${KUBERNETES_VERSIONS[0]} to ${NEWEST_VERSION}`,
        meant && `say ${JSON.stringify(meant)}`,
      );
    }
  });
}
