import { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../../facts';
import type { Finding } from '../../findings';
import { checkPolicy, type PodSecurityLevel } from '../../policy';
import { countFindings, formatText } from '../../report';
import { bundledCustomResources, type CustomResources } from '../../schema';
import { checkUpgrade } from '../../upgrade';
import { validate } from '../../validation';
import { BadUseError } from '../bad-use';
import { ManifestAssertionError } from '../manifest';
import { type Checkable, manifestOf } from './objects-of';

/** Options of `assertValidKubernetes`. */
export interface ValidKubernetesOptions {
  /** Custom resources that the cluster has. @default those that come with the package */
  readonly customResources?: CustomResources;
  /** Kinds to pass unchecked. @default none */
  readonly allowKinds?: readonly string[];
}

/**
 * kube-apiserver of that version would take every object.
 *
 * @param version one version or several. @default the newest
 * @throws ManifestAssertionError with all findings.
 */
export function assertValidKubernetes(
  subject: Checkable,
  version: KubernetesVersion | readonly KubernetesVersion[] = NEWEST_VERSION,
  options: ValidKubernetesOptions = {},
): void {
  for (const one of typeof version === 'string' ? [version] : version) {
    if (!KUBERNETES_VERSIONS.includes(one)) {
      throw new BadUseError(
        `Kubernetes ${JSON.stringify(one)} is not known; the versions are ${KUBERNETES_VERSIONS.join(', ')}`,
      );
    }
  }
  const customResources = options.customResources ?? bundledCustomResources();
  const inputs = manifestOf(subject).inputs();
  settle(
    validate(inputs, { kubernetesVersion: version, customResources, allowKinds: options.allowKinds }),
    'kube-apiserver would refuse this',
  );
}

/**
 * Every pod passes a level of the Pod Security Standards.
 *
 * @throws ManifestAssertionError with all findings.
 */
export function assertPassesPolicy(
  subject: Checkable,
  level: PodSecurityLevel,
  version: KubernetesVersion = NEWEST_VERSION,
): void {
  if (level !== 'baseline' && level !== 'restricted') {
    throw new BadUseError(`a policy is "baseline" or "restricted", and got ${JSON.stringify(level)}`);
  }
  const manifest = manifestOf(subject);
  const findings = checkPolicy(manifest.objects, { podSecurity: level, kubernetesVersion: version });
  settle(manifest.located(findings), `the Pod Security level ${level} forbids this`);
}

/**
 * Applying this over `previous` breaks nothing: no change that the server refuses, no volume that shrinks or is gone.
 *
 * @param previous manifests as they were applied: a text of YAML, objects, or `Manifest.fromDirectory('dist')`.
 * @throws ManifestAssertionError with all findings.
 */
export function assertUpgradeSafeFrom(subject: Checkable, previous: Checkable): void {
  const manifest = manifestOf(subject);
  const findings = checkUpgrade(manifestOf(previous).objects, manifest.objects);
  settle(manifest.located(findings), 'applying this over what was there goes wrong');
}

/** Throws when a finding is an error; warnings pass. */
export function settle(findings: readonly Finding[], headline: string): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new ManifestAssertionError(`${headline} (${countFindings(errors)}):\n\n${formatText(errors)}`);
  }
}
