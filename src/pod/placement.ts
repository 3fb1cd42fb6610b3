import type { Duration } from 'cdk8s';
import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { dns1123Subdomain, labelValue, qualifiedName } from '../values';
import { type AffinityProps, affinityManifest } from './affinity';
import { checkOneOf, checkText, checkWhole, definedFields, entriesOf, mapOf, secondsOf, under } from './checks';

/** How evenly pods of a workload are put on nodes or zones. */
export type SpreadRule =
  /** As evenly as possible; pods that cannot be are put anywhere. */
  | 'prefer'
  /** Pods that cannot be wait. */
  | 'require'
  | {
      /** Most by which two zones or nodes may differ, 1 or more. @default 1 */
      readonly maxSkew?: number;
      /** Whether pods that cannot be put evenly wait. @default false */
      readonly require?: boolean;
    };

/** Spreading over nodes and zones. Becomes `topologySpreadConstraints` that select the workload's own pods. */
export interface SpreadProps {
  /** Over nodes (`kubernetes.io/hostname`). */
  readonly nodes?: SpreadRule;
  /** Over zones (`topology.kubernetes.io/zone`). */
  readonly zones?: SpreadRule;
}

/** Lets pods onto nodes that keep others away. */
export interface TolerationProps {
  /** Key of the taint. @default all taints, with the operator Exists */
  readonly key?: string;
  /** @default 'Equal' with a value, 'Exists' without */
  readonly operator?: 'Equal' | 'Exists';
  readonly value?: string;
  /** @default all three effects */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /** How long a running pod stays when such a taint appears; with the effect NoExecute alone. @default for good */
  readonly duration?: Duration;
}

/** Where pods run. */
export interface PlacementProps extends AffinityProps {
  /** Labels that the node must have, such as `{ disktype: 'ssd' }`. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Puts the pods on this very node, past the scheduler. */
  readonly nodeName?: string;
  /** @default `{ nodes: 'prefer', zones: 'prefer' }` for workloads of several pods; `false` for none */
  readonly spread?: SpreadProps | false;
  readonly tolerations?: readonly TolerationProps[];
  /** PriorityClass: whom the scheduler serves first. */
  readonly priorityClassName?: string;
  /** RuntimeClass: what the containers run in. */
  readonly runtimeClassName?: string;
  /** @default the cluster's scheduler */
  readonly schedulerName?: string;
}

/** The placement's fields of a pod spec. @param podLabels labels that select the workload's own pods. */
export function placementManifest(
  props: PlacementProps,
  podLabels: Readonly<Record<string, string>>,
  problem: Problem,
): Partial<coreV1.PodSpec> {
  for (const [key, value] of Object.entries(props.nodeSelector ?? {})) {
    checkText(problem, 'nodeSelector', key, qualifiedName);
    checkText(problem, `nodeSelector.${key}`, value, labelValue);
  }
  for (const prop of ['nodeName', 'priorityClassName', 'runtimeClassName'] as const) {
    const name = props[prop];
    if (name !== undefined) checkText(problem, prop, name, dns1123Subdomain);
  }
  const { spread = {} } = props;
  return definedFields({
    schedulerName: props.schedulerName,
    priorityClassName: props.priorityClassName,
    runtimeClassName: props.runtimeClassName,
    nodeName: props.nodeName,
    nodeSelector: mapOf(props.nodeSelector),
    affinity: affinityManifest(props, problem),
    tolerations: entriesOf(
      (props.tolerations ?? []).map((toleration, index) =>
        tolerationManifest(toleration, under(problem, `tolerations[${index}]`)),
      ),
    ),
    topologySpreadConstraints: entriesOf([
      ...spreadManifest('zones', spread === false ? undefined : spread.zones, podLabels, problem),
      ...spreadManifest('nodes', spread === false ? undefined : spread.nodes, podLabels, problem),
    ]),
  });
}

const TOPOLOGY_KEYS = { nodes: 'kubernetes.io/hostname', zones: 'topology.kubernetes.io/zone' } as const;

function spreadManifest(
  over: 'nodes' | 'zones',
  rule: SpreadRule | undefined,
  podLabels: Readonly<Record<string, string>>,
  problem: Problem,
): coreV1.TopologySpreadConstraint[] {
  if (rule === undefined) return [];
  if (typeof rule === 'string') checkOneOf(problem, `spread.${over}`, rule, ['prefer', 'require']);
  const { maxSkew = 1, require = false } = typeof rule === 'string' ? { require: rule === 'require' } : rule;
  checkWhole(problem, `spread.${over}.maxSkew`, maxSkew, { min: 1 });
  return [
    {
      maxSkew,
      topologyKey: TOPOLOGY_KEYS[over],
      whenUnsatisfiable: require ? 'DoNotSchedule' : 'ScheduleAnyway',
      labelSelector: { matchLabels: { ...podLabels } },
    },
  ];
}

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

function tolerationManifest(toleration: TolerationProps, problem: Problem): coreV1.Toleration {
  const { key, value, effect, duration } = toleration;
  const operator = toleration.operator ?? (value === undefined ? 'Exists' : 'Equal');
  checkOneOf(problem, 'operator', operator, ['Equal', 'Exists']);
  checkOneOf(problem, 'effect', effect, EFFECTS);
  if (key !== undefined) checkText(problem, 'key', key, qualifiedName);
  else if (operator === 'Equal') problem('key', 'must be given with the operator Equal');
  if (value !== undefined) {
    if (operator === 'Exists') problem('value', 'must be left out with the operator Exists');
    checkText(problem, 'value', value, labelValue);
  }
  if (duration !== undefined && effect !== 'NoExecute') {
    problem('duration', 'must only be given with the effect NoExecute, the one that moves running pods');
  }
  const tolerationSeconds = secondsOf(problem, 'duration', duration);
  return definedFields({ key, operator, value, effect, tolerationSeconds });
}
