import { POD_SECURITY_RULES, PRACTICE_RULES } from '../policy';
import { REFERENCE_RULES } from '../references';
import { RUNTIME_RULES } from '../runtime';
import type { Finding, KubernetesVersion } from '../validation';
import { findingOf } from '../validation';
import { ACKNOWLEDGE_PREFIX, type Acknowledgement, type CheckOptions, type ManifestInput } from './check-options';
import { type FoundAt, placed } from './found';
import { raiseNotes } from './raise-notes';
import { whyUnused } from './why-unused';

/** Takes out findings that annotations of their objects acknowledge, and reports the annotations that acknowledge nothing. */
export function withoutAcknowledged(
  found: readonly FoundAt[],
  inputs: readonly ManifestInput[],
  options: CheckOptions,
  versions: readonly KubernetesVersion[],
): Finding[] {
  const given = options.acknowledgements ?? [];
  const annotated = inputs.map(({ object }) => acknowledgementsOf(object));
  if (given.length === 0 && annotated.every(({ length }) => length === 0)) return found.map(({ finding }) => finding);
  const acknowledged = inputs.map(({ object }, index) => [
    ...annotated[index]!,
    ...given.filter((one) => isAbout(one, object)),
  ]);
  const used = new Set<Pick<Acknowledgement, 'rule' | 'reason'>>();
  const covered: FoundAt[] = [];
  const others = found.filter((one) => {
    const { index, finding } = one;
    const covering =
      acknowledged[index ?? -1]?.filter(({ rule, reason }) => rule === finding.rule && reason.trim() !== '') ?? [];
    for (const acknowledgement of covering) used.add(acknowledgement);
    if (covering.length > 0) covered.push(one);
    return covering.length === 0;
  });
  const remaining = raiseNotes(others, covered, ({ index }) => index);
  const skipped = new Set(skippedRules(options));
  const isUnused = (one: Pick<Acknowledgement, 'rule' | 'reason'>) =>
    one.reason.trim() === '' || !(used.has(one) || skipped.has(one.rule));
  const reported = annotated.flatMap((ones, index) =>
    ones
      .filter(isUnused)
      .map((one) => placed(acknowledgementFinding(one, inputs[index]!, index, versions, options), index, inputs)),
  );
  const unusedGiven = given
    .filter(isUnused)
    .map((one) => ({ index: undefined, finding: givenFinding(one, versions, options) }));
  return [...unusedGiven, ...remaining, ...reported]
    .sort((a, b) => (a.index ?? -1) - (b.index ?? -1))
    .map(({ finding }) => finding);
}

/** Rules that the options leave out; an acknowledgement of one of them is not unused. */
export function skippedRules({ practices, podSecurity, references, runtime, checks }: CheckOptions): string[] {
  const podRules = POD_SECURITY_RULES.filter(
    ({ level }) => podSecurity !== 'restricted' && !(podSecurity === 'baseline' && level === 'baseline'),
  );
  return [
    ...(references === false ? REFERENCE_RULES : []),
    ...(runtime === false ? RUNTIME_RULES : []),
    // Further checks may be the policies themselves.
    ...(checks !== undefined ? [] : [...podRules, ...(practices === true ? [] : PRACTICE_RULES)]),
  ].map(({ id }) => id);
}

function acknowledgementsOf(object: unknown): Pick<Acknowledgement, 'rule' | 'reason'>[] {
  const annotations = (object as any)?.metadata?.annotations;
  if (typeof annotations !== 'object' || annotations === null) return [];
  return Object.entries(annotations)
    .filter(([key]) => key.startsWith(ACKNOWLEDGE_PREFIX))
    .map(([key, reason]) => ({
      rule: key.slice(ACKNOWLEDGE_PREFIX.length),
      reason: typeof reason === 'string' ? reason.trim() : '',
    }));
}

function isAbout({ kind, name, namespace }: Acknowledgement, object: unknown): boolean {
  const { kind: ofKind, metadata } = (object ?? {}) as {
    kind?: unknown;
    metadata?: { name?: unknown; namespace?: unknown };
  };
  return (
    (kind === undefined || kind === ofKind) &&
    (name === undefined || name === metadata?.name) &&
    (namespace === undefined || namespace === metadata?.namespace)
  );
}

function acknowledgementFinding(
  one: Pick<Acknowledgement, 'rule' | 'reason'>,
  input: ManifestInput,
  index: number,
  kubernetesVersions: readonly KubernetesVersion[],
  options: CheckOptions,
): Finding {
  const path = `metadata.annotations[${ACKNOWLEDGE_PREFIX}${one.rule}]`;
  const hints = ['write the reason as the value of the annotation', 'remove the annotation'] as const;
  const raw = { ...unusedText(one, hints, options), path, reason: 'InvalidApp' as const };
  return { ...findingOf({ raw, kubernetesVersions }, input, index), category: 'app' };
}

/** The same for an acknowledgement of the options, which has no object. */
function givenFinding(
  one: Acknowledgement,
  kubernetesVersions: readonly KubernetesVersion[],
  options: CheckOptions,
): Finding {
  const { kind = '', name, namespace } = one;
  return {
    ...unusedText(one, ['write why the finding is acceptable', 'remove it from the acknowledgements'], options),
    ...{ path: '', reason: 'InvalidApp', category: 'app', apiVersion: '', kind, kubernetesVersions },
    ...(name !== undefined && { name }),
    ...(namespace !== undefined && { namespace }),
  };
}

function unusedText(
  { rule, reason }: Pick<Acknowledgement, 'rule' | 'reason'>,
  [withoutReason, unused]: readonly [string, string],
  options: CheckOptions,
) {
  return reason.trim() === ''
    ? {
        rule: 'acknowledgement-without-reason',
        severity: 'error' as const,
        message: `the acknowledgement of ${JSON.stringify(rule)} gives no reason`,
        hint: withoutReason,
      }
    : {
        rule: 'unused-acknowledgement',
        severity: 'warning' as const,
        ...whyUnused({ rule }, unused, options),
      };
}
