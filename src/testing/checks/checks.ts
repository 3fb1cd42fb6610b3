import { type CheckOptions, checkManifests, supportedVersion, unsupportedVersion } from '../../check';
import { type KubernetesVersion, NEWEST_VERSION } from '../../facts';
import type { Finding } from '../../findings';
import { checkPolicy, type PodSecurityLevel } from '../../policy';
import { countFindings, formatText } from '../../report';
import { checkUpgrade } from '../../upgrade';
import { BadUseError } from '../bad-use';
import { ManifestAssertionError } from '../manifest';
import { type Checkable, manifestOf } from './objects-of';

/** Options of `assertValidKubernetes`: those of every check. */
export type ValidKubernetesOptions = Omit<CheckOptions, 'kubernetesVersion'>;

/**
 * All checks of `CheckedApp` pass: kube-apiserver of that version accepts every object, kubectl apply does, and no reference
 * dangles.
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
    if (supportedVersion(one) !== one) throw new BadUseError(unsupportedVersion(one));
  }
  const findings = checkManifests(manifestOf(subject).inputs(), { ...options, kubernetesVersion: version });
  throwOnErrors(findings, 'the checks of these manifests fail');
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
  throwOnErrors(manifest.located(findings), `the Pod Security level ${level} forbids this`);
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
  throwOnErrors(manifest.located(findings), 'applying this over what was there goes wrong');
}

/** Throws when a finding is an error; warnings pass. */
export function throwOnErrors(findings: readonly Finding[], headline: string): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new ManifestAssertionError(`${headline} (${countFindings(findings)}):\n\n${formatText(findings)}`, findings);
  }
}
