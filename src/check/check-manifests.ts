import { type KubernetesVersion, minorOf } from '../facts';
import { type Finding, type InputObject, inputOf } from '../findings';
import { policyFindings } from '../policy';
import { referenceFindings } from '../references';
import { runtimeFindings } from '../runtime';
import { findingOf, type Inspection } from '../validation';
import { requireArguments } from '../values';
import { withoutAcknowledged } from './acknowledgements';
import { rehearsalFindings, type ToApply } from './admission';
import { applyFindings } from './apply-findings';
import type { CheckOptions, ManifestInput, ReadingFinding } from './check-options';
import { checkOptions } from './checked-options';
import { customFindings } from './custom-findings';
import { type CustomPods, customPods } from './custom-pods';
import { customResourcesIn } from './custom-resources';
import { duplicateFindings } from './duplicates';
import { externalObjects } from './external';
import { type FoundAt, merged, placed, withFieldsOfRefusals, withoutRepeated } from './found';
import { type ClusterIssue, knownCluster } from './ground';
import { imagesIn, nodesIn } from './images';
import { knownInspection } from './known-inspections';
import { withoutLists } from './lists';
import { targetVersions } from './target-versions';
import { areUnchangedRemembered } from './unchanged';

/** What `checkManifests` does; its own file, which is loaded with all rules at the first call. */
export function checkManifests(
  objects: readonly unknown[] | readonly (InputObject | ManifestInput)[],
  options: CheckOptions = {},
  progress?: (done: number, total: number) => void,
): Finding[] {
  requireArguments('checkManifests', { objects: [objects, 'an array'], options: [options, 'an object'] });
  checkOptions('checkManifests', options);
  const inputs = withoutLists(objects.map((value): ManifestInput => inputOf(value)));
  const manifests = inputs.map(({ object }) => object);
  const versions = targetVersions(options.kubernetesVersion);
  const known = knownCluster(options);
  const ofCluster = known?.objects.map(({ object }) => object) ?? [];
  const customResources = customResourcesIn([...ofCluster, ...manifests], options);
  const validateOptions = { kubernetesVersion: versions, customResources, allowKinds: options.allowKinds };

  const found: FoundAt[] = (known?.issues ?? []).map((raw) => clusterFinding(raw, versions));
  const repaired = new Set<number>();
  const refusals = new Map<number, ReturnType<typeof refusing>>();
  const pods = new Map<number, CustomPods>();
  const decoded = inputs.map((input, index) => {
    progress?.(index, inputs.length);
    found.push(...(input.reading ?? []).map((raw) => readingFinding(raw, input, index)));
    if (input.object === undefined) return undefined;
    const inspection = knownInspection(input.object, validateOptions);
    found.push(...inspection.findings.map((one) => ({ index, finding: findingOf(one, input, index) })));
    if (inspection.isRepaired) repaired.add(index);
    if (inspection.findings.length > 0) refusals.set(index, refusing(inspection));
    const ofCustom = customPods(input.object, validateOptions);
    if (ofCustom !== undefined) pods.set(index, ofCustom);
    if (options.runtime !== false) {
      const isNew = ({ path }: Finding) => !inspection.findings.some(({ raw }) => raw.path === path);
      found.push(...(ofCustom?.refusals ?? []).filter(isNew).map((finding) => ({ index, finding })));
    }
    return inspection.decoded;
  });
  const readable = manifests.flatMap((object, index) => (object === undefined ? [] : [{ object, index }]));
  const context = { versions, customResources };
  found.push(...applyFindings(readable, decoded, options, context));
  found.push(...duplicateFindings(inputs, decoded, context));
  const toApply = decoded.map((object, index) => ({ object, ...(refusals.get(index) ?? NO_REFUSALS) }));
  found.push(...rehearsalFindings({ objects: toApply, inputs, options, known }, context));

  // These look at objects together, and only at fields whose types are right.
  const typed = decoded.flatMap((object, index) => (object === undefined ? [] : [{ object, index }]));
  const located = (findings: readonly Finding[], indexes: readonly { readonly index: number }[]) =>
    findings.map((finding): FoundAt => {
      const index = indexes[finding.document ?? -1]?.index;
      return { index, finding: repaired.has(index ?? -1) ? { ...finding, severity: 'note' } : finding };
    });
  const isRepeated = areUnchangedRemembered();
  const there = [...externalObjects(options), ...ofCluster];
  if (options.references !== false) {
    // A snapshot has what administrators provide, and a new cluster only that of its files.
    const isNew = options.cluster === 'empty' || known?.newBut !== undefined;
    const isComplete = isNew || (known?.completeKinds.size ?? 0) > 0;
    const external = options.references === 'all' || isComplete ? 'warn' : 'ignore';
    const decodedManifests = typed.map(({ object, index }) => ({ decoded: object, manifest: manifests[index] }));
    found.push(...located(referenceFindings(decodedManifests, versions, external, there, isRepeated), typed));
  }
  const withPods = typed.map(({ object, index }) => pods.get(index)?.decoded ?? object);
  const moved = (finding: Finding) => pods.get(typed[finding.document ?? -1]?.index ?? -1)?.moved(finding) ?? [finding];
  const beside = { manifests: typed.map(({ index }) => manifests[index]), there };
  found.push(...located(policyFindings(withPods, versions, options, beside).flatMap(moved), typed));
  if (options.runtime !== false) {
    const surroundings = {
      images: imagesIn(options),
      nodes: nodesIn(options),
      isRepeated,
    };
    // What is only worth a note is not about values that stand in for wrong ones.
    const certain = runtimeFindings(withPods, versions, surroundings).filter(
      ({ severity, document }) => severity !== 'note' || !repaired.has(typed[document ?? -1]?.index ?? -1),
    );
    found.push(...located(certain.flatMap(moved), typed));
  }
  found.push(
    ...located(
      customFindings(options.checks ?? [], manifests, versions),
      manifests.map((_, index) => ({ index })),
    ),
  );

  const strict = new Set(options.warningsAsErrors);
  const all = merged(found.map(({ index, finding }) => placed(asStrictAs(strict, finding), index, inputs)));
  return withoutRepeated(withFieldsOfRefusals(withoutAcknowledged(all, inputs, options, versions)));

  function readingFinding(raw: ReadingFinding, input: ManifestInput, index: number): FoundAt {
    const { category = 'api', file, line, column } = raw;
    const finding = findingOf({ raw, kubernetesVersions: versions }, input, index);
    return { index, finding: { ...finding, category, ...(file !== undefined && { file, line, column }) } };
  }
}

/** An error of a document of the cluster; the check goes on without it. */
function clusterFinding(issue: ClusterIssue, kubernetesVersions: readonly KubernetesVersion[]): FoundAt {
  const identity = { apiVersion: '', kind: '', kubernetesVersions, category: 'api' as const };
  return { index: undefined, finding: { ...issue, reason: 'BadRequest', ...identity } };
}

const NO_REFUSALS = { refusedBy: new Set<number>(), undecodableIn: new Set<number>() };

/** Minor versions whose servers refuse the object, and those that do before they look at its fields. */
function refusing({ findings }: Inspection): Pick<ToApply, 'refusedBy' | 'undecodableIn'> {
  const errors = findings.filter(({ raw }) => raw.severity === 'error');
  const minorsOf = (some: typeof errors) =>
    new Set(some.flatMap(({ kubernetesVersions }) => kubernetesVersions.map(minorOf)));
  return {
    refusedBy: minorsOf(errors),
    undecodableIn: minorsOf(errors.filter(({ raw }) => raw.reason === 'BadRequest')),
  };
}

function asStrictAs(rules: ReadonlySet<string>, finding: Finding): Finding {
  return finding.severity === 'warning' && rules.has(finding.rule) ? { ...finding, severity: 'error' } : finding;
}
