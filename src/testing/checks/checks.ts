import { type CheckOptions, checkManifests, knownCluster } from '../../check';
import { podTemplateOf } from '../../facts';
import type { Finding } from '../../findings';
import type { PodSecurityLevel } from '../../policy';
import { REFERENCE_RULES } from '../../references';
import { countFindings, formatText } from '../../report';
import { checkUpgrade } from '../../upgrade';
import { BadUseError, unexpected } from '../bad-use';
import { ManifestAssertionError } from '../manifest';
import { type Checkable, nonEmptyManifestOf } from './objects-of';
import { overVersions, type Versions, versionsOf } from './versions';

/** Options of `assertValidKubernetes`: those of every check. */
export type ValidKubernetesOptions = Omit<CheckOptions, 'kubernetesVersion'>;

/**
 * All checks of `CheckedApp` pass: kube-apiserver of that version accepts every object, kubectl apply does, and no reference
 * dangles.
 *
 * @param version one version or several. @default the newest
 * @throws ManifestAssertionError with all findings.
 * @throws BadUseError when there are no objects.
 */
export function assertValidKubernetes(
  subject: Checkable,
  version?: Versions,
  options: ValidKubernetesOptions = {},
): void {
  const kubernetesVersion = versionsOf(version);
  const findings = checkManifests(nonEmptyManifestOf(subject).inputs(), { ...options, kubernetesVersion });
  throwOnErrors(findings, 'the checks of these manifests fail');
}

/**
 * Every pod passes a level of the Pod Security Standards.
 *
 * @param version one version or several. @default the newest
 * @throws ManifestAssertionError with all findings, also when a field has the wrong type, so that nothing can be checked.
 * @throws BadUseError when there are no pods.
 */
export function assertPassesPolicy(subject: Checkable, level: PodSecurityLevel, version?: Versions): void {
  if (level !== 'baseline' && level !== 'restricted') {
    throw new BadUseError(`expected the level "baseline" or "restricted", received ${JSON.stringify(level)}`);
  }
  const kubernetesVersion = versionsOf(version);
  const manifest = nonEmptyManifestOf(subject, 'pods');
  if (!manifest.objects.some((object) => podTemplateOf(object) !== undefined)) {
    throw new BadUseError(`no pods to check: no object of ${manifest.source} has a pod or a pod template`);
  }
  const findings = checkManifests(manifest.inputs(), { kubernetesVersion, podSecurity: level, references: false });
  throwOnErrors(
    findings.filter(({ category, reason }) => category === 'policy' || reason === 'BadRequest'),
    `the Pod Security level ${level} forbids this`,
  );
}

/**
 * Everything that the objects refer to is one of them: selectors match pods, Ingresses have their Services, named ports exist.
 *
 * @param version one version or several. @default the newest
 * @param external objects that are created elsewhere, such as the Secret of a certificate. @default none
 * @throws ManifestAssertionError with all dangling references, also those to objects that may exist in the cluster.
 * @throws BadUseError when there are no objects.
 */
export function assertReferencesOnlyKnownObjects(
  subject: Checkable,
  version?: Versions,
  external?: CheckOptions['external'],
): void {
  const kubernetesVersion = versionsOf(version);
  const inputs = nonEmptyManifestOf(subject).inputs();
  const findings = checkManifests(inputs, { kubernetesVersion, references: 'all', external })
    .filter(({ category, reason }) => category === 'reference' || reason === 'BadRequest')
    // Conflicts of objects that exist are a warning here, too.
    .map((finding) => (isConflict(finding.rule) ? finding : { ...finding, severity: 'error' as const }))
    .filter(({ severity }) => severity === 'error');
  const hasConflicts = findings.some(({ rule }) => isConflict(rule));
  throwOnErrors(findings, hasConflicts ? 'dangling references and conflicts' : 'dangling references');
}

function isConflict(rule: string): boolean {
  return REFERENCE_RULES.some(({ id, isConflict }) => id === rule && isConflict === true);
}

/**
 * Applying this over `previous` breaks nothing: no change that the server refuses, no volume that shrinks or is removed.
 *
 * @param previous manifests as they were applied: a string of YAML, objects, or `Manifest.fromDirectory('dist')`.
 * @param version one version or several. @default the newest
 * @throws ManifestAssertionError with all findings.
 * @throws BadUseError when there are no objects, now or before.
 */
export function assertUpgradeSafeFrom(subject: Checkable, previous: Checkable, version?: Versions): void {
  const versions = versionsOf(version);
  const manifest = nonEmptyManifestOf(subject);
  const before = nonEmptyManifestOf(previous, 'previous objects').objects;
  const findings = overVersions(versions, (kubernetesVersion) =>
    checkUpgrade(before, manifest.objects, { kubernetesVersion }),
  );
  throwOnErrors(manifest.located(findings), 'this cannot be applied over the previous objects');
}

/** Rules whose warnings mean that one `kubectl apply` of everything fails. */
const NOT_IN_ONE_APPLY = ['apply-kind-not-established'];

/**
 * One `kubectl apply` of all objects, in their order, is accepted by a cluster: with what was there before, and with what was
 * applied before, and the pods of all workloads can be created.
 *
 * @param cluster `empty`, `assumed`, or the file of a snapshot that `cdk8s-patterns import cluster` wrote.
 * @param version one version or several. @default the newest
 * @throws ManifestAssertionError with all findings.
 * @throws BadUseError when there are no objects, or the cluster cannot be read.
 */
export function assertAppliesCleanlyTo(
  subject: Checkable,
  cluster: NonNullable<CheckOptions['cluster']>,
  version?: Versions,
): void {
  for (const file of Array.isArray(cluster) ? cluster : [cluster]) {
    if (typeof file !== 'string') throw unexpected('cluster', '"empty", "assumed" or the file of a snapshot', file);
  }
  const kubernetesVersion = versionsOf(version);
  const inputs = nonEmptyManifestOf(subject).inputs();
  try {
    knownCluster({ cluster });
  } catch (error) {
    throw new BadUseError((error as Error).message);
  }
  const findings = checkManifests(inputs, { kubernetesVersion, cluster, references: false, runtime: false })
    .filter(({ category }) => category === 'api' || category === 'apply' || category === 'admission')
    .map((finding) => (NOT_IN_ONE_APPLY.includes(finding.rule) ? { ...finding, severity: 'error' as const } : finding));
  throwOnErrors(findings, 'kubectl apply of these manifests fails');
}

/** Throws when a finding is an error; warnings pass. */
function throwOnErrors(findings: readonly Finding[], headline: string): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new ManifestAssertionError(`${headline} (${countFindings(findings)}):\n\n${textOf(findings)}`, findings);
  }
}

/** Test runners take a line that begins with `at` for the first line of the stack. */
function textOf(findings: readonly Finding[]): string {
  return formatText(findings).replace(/^ {2}at /gm, '  in ');
}
