import { hasChange } from '../../../facts';
import type { Change, Changes } from '../../rule';

/** Shares of a level that says none. */
const SHARES = 30;
const ZERO_SHARES_ANNOTATION = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';

const VERSIONS = ['v1beta2', 'v1beta3', 'v1'] as const;

function changesOf(version: (typeof VERSIONS)[number]): [string, Change][] {
  const changes: Record<string, Change> = {
    FlowSchemaSpec: (spec) => {
      spec.matchingPrecedence ||= 1000;
    },
    ExemptPriorityLevelConfiguration: (level) => {
      level.nominalConcurrencyShares ??= 0;
      level.lendablePercent ??= 0;
    },
    LimitedPriorityLevelConfiguration: (level, node) => {
      level.lendablePercent ??= 0;
      const keepsZero =
        hasChange(node.minor, 'KeptZeroShares') &&
        node.root.value.metadata?.annotations?.[ZERO_SHARES_ANNOTATION] !== undefined;
      if (version === 'v1') level.nominalConcurrencyShares ??= SHARES;
      else if (version === 'v1beta2') level.assuredConcurrencyShares ||= SHARES;
      else if (!keepsZero) level.nominalConcurrencyShares ||= SHARES;
    },
    QueuingConfiguration: (queuing) => {
      queuing.handSize ||= 8;
      queuing.queues ||= 64;
      queuing.queueLengthLimit ||= 50;
    },
  };
  return Object.entries(changes).map(([name, change]) => [`io.k8s.api.flowcontrol.${version}.${name}`, change]);
}

/** `defaults.go` of each version in `pkg/apis/flowcontrol`. */
export const flowcontrolDefaults: Changes = Object.fromEntries(VERSIONS.flatMap(changesOf));
