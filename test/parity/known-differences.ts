import type { Verdict } from '../e2e/server/ask';
import { isUntyped } from './compare';

/** A verdict that depends on the cluster and not on the manifest alone; such mutants are not compared. */
export interface KnownDifference {
  readonly why: string;
  matches(verdict: Verdict): boolean;
}

const saying =
  (...texts: readonly (string | RegExp)[]) =>
  ({ message = '' }: Verdict) =>
    texts.some((text) => (typeof text === 'string' ? message.includes(text) : text.test(message)));

export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    why: 'An admission plugin looks for another object, which the test cluster does not have.',
    matches: saying(/no PriorityClass with name .* was found/s, /RuntimeClass ".*" not found/s),
  },
  {
    why: 'Addresses and node ports are handed out by an allocator that knows the ranges of the cluster and what is taken.',
    matches: saying(
      'failed to allocate',
      'provided IP is not in the valid range',
      'provided port is not in the valid range',
      'provided port is already allocated',
      'provided IP is already allocated',
      'not configured on this cluster',
      'this cluster is not configured for dual-stack services',
    ),
  },
  {
    why: 'Admin access to devices needs a label on the namespace, which is another object.',
    matches: saying('admin access to devices requires the'),
  },
  {
    why: 'The answer is a failure of the server (500), a time-out or a conflict, not a verdict.',
    matches: (verdict) => (verdict.code >= 500 && !isUntyped(verdict)) || verdict.code === 429,
  },
];

export function knownDifference(verdict: Verdict): KnownDifference | undefined {
  if (verdict.accepted) return undefined;
  return KNOWN_DIFFERENCES.find((known) => known.matches(verdict));
}
