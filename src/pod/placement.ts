import type { Duration } from 'cdk8s';
import { TAINT_EFFECTS } from '../facts';
import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { dns1123Subdomain, labelValue, qualifiedName } from '../values';
import { type AffinityProps, affinityManifest } from './affinity';
import {
  checkOneOf,
  checkText,
  checkWhole,
  definedFields,
  entriesOf,
  mapOf,
  nameOf,
  type ObjectReference,
  secondsOf,
  under,
} from './checks';

/** How the pods of a workload are spread over nodes or zones. */
export type TopologySpreadRule =
  /** Spread if possible (`ScheduleAnyway`). */
  | 'prefer'
  /** Pods that would violate the skew stay pending (`DoNotSchedule`). */
  | 'require'
  | {
      /** Maximum difference in pods between two zones or nodes, 1 or more. @default 1 */
      readonly maxSkew?: number;
      /** Whether pods that would violate the skew stay pending. @default false */
      readonly require?: boolean;
    };

/** Topology spread over nodes and zones. Becomes `topologySpreadConstraints` that select the pods of the workload. */
export interface TopologySpreadProps {
  /** Over nodes (`kubernetes.io/hostname`). */
  readonly nodes?: TopologySpreadRule;
  /** Over zones (`topology.kubernetes.io/zone`). */
  readonly zones?: TopologySpreadRule;
}

/** Lets pods run on nodes with a matching taint. */
export interface TolerationProps {
  /** Key of the taint. @default all taints (operator Exists) */
  readonly key?: string;
  /** @default 'Equal' with a value, 'Exists' without */
  readonly operator?: 'Equal' | 'Exists';
  readonly value?: string;
  /** @default all three effects */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /** How long a running pod stays on a node after such a taint is added; for the effect NoExecute only. @default forever */
  readonly duration?: Duration;
}

/** Scheduling of pods. */
export interface PlacementProps extends AffinityProps {
  /** Labels that the node must have, such as `{ disktype: 'ssd' }`. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Runs the pods on this node, bypassing the scheduler. */
  readonly nodeName?: string;
  /** @default `{ nodes: 'prefer', zones: 'prefer' }` for workloads with several replicas; `false` disables it */
  readonly topologySpread?: TopologySpreadProps | false;
  readonly tolerations?: readonly TolerationProps[];
  /** PriorityClass: scheduling and preemption priority. */
  readonly priorityClassName?: ObjectReference;
  /** RuntimeClass: the container runtime configuration. */
  readonly runtimeClassName?: string;
  /** @default the default scheduler */
  readonly schedulerName?: string;
}

/** Scheduling fields of a pod spec. @param podLabels labels that select the pods of the workload. */
export function placementManifest(
  props: PlacementProps,
  podLabels: Readonly<Record<string, string>>,
  reportIssue: ReportIssue,
): Partial<coreV1.PodSpec> {
  for (const [key, value] of Object.entries(props.nodeSelector ?? {})) {
    checkText(reportIssue, 'nodeSelector', key, qualifiedName);
    checkText(reportIssue, `nodeSelector.${key}`, value, labelValue);
  }
  for (const prop of ['nodeName', 'priorityClassName', 'runtimeClassName'] as const) {
    const name = props[prop];
    if (name !== undefined) checkText(reportIssue, prop, nameOf(name), dns1123Subdomain);
  }
  checkTopologySpread(props.topologySpread, reportIssue);
  return definedFields({
    schedulerName: props.schedulerName,
    priorityClassName: props.priorityClassName && nameOf(props.priorityClassName),
    runtimeClassName: props.runtimeClassName,
    nodeName: props.nodeName,
    nodeSelector: mapOf(props.nodeSelector),
    affinity: affinityManifest(props, reportIssue),
    tolerations: entriesOf(
      (props.tolerations ?? []).map((toleration, index) =>
        tolerationManifest(toleration, under(reportIssue, `tolerations[${index}]`)),
      ),
    ),
    topologySpreadConstraints: topologySpreadManifest(props.topologySpread, podLabels),
  });
}

/** Reports what is wrong with a spread. */
export function checkTopologySpread(spread: PlacementProps['topologySpread'], reportIssue: ReportIssue): void {
  for (const over of ['zones', 'nodes'] as const) {
    const rule = spread === undefined || spread === false ? undefined : spread[over];
    const own = under(reportIssue, `topologySpread.${over}`);
    if (typeof rule === 'string') checkOneOf(own, '', rule, ['prefer', 'require']);
    else checkWhole(own, 'maxSkew', rule?.maxSkew, { min: 1 });
  }
}

/** `topologySpreadConstraints` of a pod; undefined for none. @param podLabels labels that select the pods of the workload. */
export function topologySpreadManifest(
  spread: PlacementProps['topologySpread'],
  podLabels: Readonly<Record<string, string>>,
): coreV1.TopologySpreadConstraint[] | undefined {
  const { zones, nodes } = spread === undefined || spread === false ? {} : spread;
  return entriesOf([...spreadManifest('zones', zones, podLabels), ...spreadManifest('nodes', nodes, podLabels)]);
}

const TOPOLOGY_KEYS = { nodes: 'kubernetes.io/hostname', zones: 'topology.kubernetes.io/zone' } as const;

function spreadManifest(
  over: 'nodes' | 'zones',
  rule: TopologySpreadRule | undefined,
  podLabels: Readonly<Record<string, string>>,
): coreV1.TopologySpreadConstraint[] {
  if (rule === undefined) return [];
  const { maxSkew = 1, require = false } = typeof rule === 'string' ? { require: rule === 'require' } : rule;
  return [
    {
      maxSkew,
      topologyKey: TOPOLOGY_KEYS[over],
      whenUnsatisfiable: require ? 'DoNotSchedule' : 'ScheduleAnyway',
      labelSelector: { matchLabels: { ...podLabels } },
    },
  ];
}

function tolerationManifest(toleration: TolerationProps, reportIssue: ReportIssue): coreV1.Toleration {
  const { key, value, effect, duration } = toleration;
  const operator = toleration.operator ?? (value === undefined ? 'Exists' : 'Equal');
  checkOneOf(reportIssue, 'operator', operator, ['Equal', 'Exists']);
  checkOneOf(reportIssue, 'effect', effect, TAINT_EFFECTS);
  if (key !== undefined) checkText(reportIssue, 'key', key, qualifiedName);
  else if (operator === 'Equal') reportIssue('key', 'is required with operator Equal');
  if (value !== undefined) {
    if (operator === 'Exists') reportIssue('value', 'must not be set with operator Exists');
    checkText(reportIssue, 'value', value, labelValue);
  }
  if (duration !== undefined && effect !== 'NoExecute') {
    reportIssue('duration', 'is only supported with effect NoExecute, which evicts running pods');
  }
  const tolerationSeconds = secondsOf(reportIssue, 'duration', duration);
  return definedFields({ key, operator, value, effect, tolerationSeconds });
}
