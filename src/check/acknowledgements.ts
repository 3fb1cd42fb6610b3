import { POD_SECURITY_RULES, PRACTICE_RULES } from '../policy';
import { REFERENCE_RULES } from '../references';
import { RUNTIME_RULES } from '../runtime';
import type { Finding, KubernetesVersion } from '../validation';
import { findingOf } from '../validation';
import type { CheckOptions, ManifestInput } from './check-options';
import { type FoundAt, placed } from './found';

/**
 * Prefix of the annotations that acknowledge a rule for one object; the rest of the key is the id of the rule, the value the
 * reason.
 *
 * @example
 * metadata:
 *   annotations:
 *     acknowledge.cdk8s-patterns.dev/image-latest: the vendor publishes no other tag
 */
export const ACKNOWLEDGE_PREFIX = 'acknowledge.cdk8s-patterns.dev/';

/** Takes out findings that annotations of their objects acknowledge, and reports the annotations that acknowledge nothing. */
export function withoutAcknowledged(
  found: readonly FoundAt[],
  inputs: readonly ManifestInput[],
  options: CheckOptions,
  versions: readonly KubernetesVersion[],
): Finding[] {
  const acknowledged = inputs.map(({ object }) => acknowledgementsOf(object));
  if (acknowledged.every(({ length }) => length === 0)) return found.map(({ finding }) => finding);
  const used = new Set<Acknowledgement>();
  const remaining = found.filter(({ index, finding }) => {
    const covering =
      acknowledged[index ?? -1]?.filter(({ rule, reason }) => rule === finding.rule && reason !== '') ?? [];
    for (const one of covering) used.add(one);
    return covering.length === 0;
  });
  const skipped = new Set(skippedRules(options));
  const reported = acknowledged.flatMap((ones, index) =>
    ones
      .filter((one) => one.reason === '' || !(used.has(one) || skipped.has(one.rule)))
      .map((one) => placed(acknowledgementFinding(one, inputs[index]!, index, versions), index, inputs)),
  );
  return [...remaining, ...reported].sort((a, b) => (a.index ?? -1) - (b.index ?? -1)).map(({ finding }) => finding);
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

interface Acknowledgement {
  readonly rule: string;
  readonly reason: string;
}

function acknowledgementsOf(object: unknown): Acknowledgement[] {
  const annotations = (object as any)?.metadata?.annotations;
  if (typeof annotations !== 'object' || annotations === null) return [];
  return Object.entries(annotations)
    .filter(([key]) => key.startsWith(ACKNOWLEDGE_PREFIX))
    .map(([key, reason]) => ({
      rule: key.slice(ACKNOWLEDGE_PREFIX.length),
      reason: typeof reason === 'string' ? reason.trim() : '',
    }));
}

function acknowledgementFinding(
  { rule, reason }: Acknowledgement,
  input: ManifestInput,
  index: number,
  kubernetesVersions: readonly KubernetesVersion[],
): Finding {
  const said =
    reason === ''
      ? {
          rule: 'acknowledgement-without-reason',
          severity: 'error' as const,
          message: `the acknowledgement of ${JSON.stringify(rule)} gives no reason`,
          hint: 'write the reason as the value of the annotation',
        }
      : {
          rule: 'unused-acknowledgement',
          severity: 'warning' as const,
          message: `unused acknowledgement of ${JSON.stringify(rule)}: no violation found`,
          hint: 'remove the annotation',
        };
  const path = `metadata.annotations[${ACKNOWLEDGE_PREFIX}${rule}]`;
  const raw = { ...said, path, reason: 'InvalidApp' as const };
  return { ...findingOf({ raw, kubernetesVersions }, input, index), category: 'app' };
}
