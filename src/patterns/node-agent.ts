import type { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { appsV1 } from '../kubernetes';
import { amend, OVERLAY_TARGET } from '../overlay';
import { checkWhole, copyOf, definedFields, secondsOf, type TolerationProps, under } from '../pod';
import { checked, type ReportIssue } from '../props';
import { type CountOrPercent, resolveCount } from './scaling/disruption-budget';
import { Workload } from './workload/workload';
import type { WorkloadProps } from './workload/workload-props';

/** Update strategy of a NodeAgent. */
export interface NodeAgentRollout {
  /** Maximum number of nodes without the agent during an update. @default 1 */
  readonly maxUnavailable?: CountOrPercent;
  /** Maximum number of nodes with both old and new agent during an update. @default 0 */
  readonly maxSurge?: CountOrPercent;
  /** Replaces a pod only when it is deleted (`OnDelete`). @default false */
  readonly onDelete?: boolean;
  /** Time that a new pod must be ready before it is available (`minReadySeconds`). @default 0 */
  readonly minReady?: Duration;
  /** Old revisions to keep (`revisionHistoryLimit`). @default 10 */
  readonly revisionHistoryLimit?: number;
}

/** Props of a NodeAgent. */
export interface NodeAgentProps extends Omit<WorkloadProps, 'topologySpread'> {
  /** Also runs on control plane nodes. @default false */
  readonly onControlPlane?: boolean;
  /** @default one node at a time */
  readonly rollout?: NodeAgentRollout;
}

const CONTROL_PLANE: TolerationProps = { key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' };

/**
 * An agent on every node, such as a log collector: a DaemonSet.
 *
 * @example
 * const logs = Volumes.hostPath('logs', '/var/log', { type: 'Directory' });
 * new NodeAgent(chart, 'log-collector', {
 *   image: 'fluent/fluent-bit:3.2.4',
 *   qos: Qos.guaranteed({ cpu: '100m', memory: '128Mi' }),
 *   onControlPlane: true,
 *   mounts: [logs.at('/var/log', { readOnly: true })],
 * });
 */
@checked('NodeAgent')
export class NodeAgent extends Workload {
  public readonly daemonSet: kplus.DaemonSet;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: NodeAgentProps) {
    const tolerations = [...(props.onControlPlane ? [CONTROL_PLANE] : []), ...(props.tolerations ?? [])];
    const { rollout = {} } = props;
    let rolloutFields = {};
    super(
      scope,
      id,
      { ...props, tolerations },
      {
        check: (reportIssue) => {
          rolloutFields = rolloutManifest(rollout, reportIssue);
        },
      },
    );
    this.daemonSet = new kplus.DaemonSet(this, 'DaemonSet', this.kplusProps(props));
    amend(this.daemonSet, (manifest) => {
      const { selector, template } = manifest.spec;
      manifest.spec = { ...copyOf(rolloutFields), selector, template };
    });
    this.adopt(this.daemonSet);
    this.isolate(props.networkPolicy);
  }

  public get podConstruct(): kplus.DaemonSet {
    return this.daemonSet;
  }

  public get [OVERLAY_TARGET]() {
    return { kind: 'DaemonSet', construct: this.daemonSet } as const;
  }
}

function rolloutManifest(rollout: NodeAgentRollout, reportIssue: ReportIssue): Partial<appsV1.DaemonSetSpec> {
  const own = under(reportIssue, 'rollout');
  const { maxUnavailable, maxSurge, onDelete, minReady, revisionHistoryLimit } = rollout;
  const counts = { maxUnavailable, maxSurge };
  for (const [prop, value] of Object.entries(counts)) {
    if (value === undefined) continue;
    if (resolveCount(value, 1) === undefined) {
      own(prop, `must be an integer or a percentage, for example "25%", got ${JSON.stringify(value)}`);
    }
    if (onDelete) own(prop, 'must not be set together with onDelete');
  }
  const surges = maxSurge !== undefined && resolveCount(maxSurge, 1) !== 0;
  const pauses = resolveCount(maxUnavailable ?? (surges ? 0 : 1), 1) !== 0;
  // The server accepts one of the two only: either the old pod is deleted first, or the new one is created first.
  if (surges === pauses && !onDelete)
    own('maxSurge', 'exactly one of maxSurge and maxUnavailable must be greater than 0');
  checkWhole(own, 'revisionHistoryLimit', revisionHistoryLimit);
  const rollingUpdate = surges ? { maxSurge, maxUnavailable: 0 } : definedFields(counts);
  const isRolling = maxUnavailable !== undefined || maxSurge !== undefined;
  return definedFields({
    updateStrategy: onDelete
      ? { type: 'OnDelete' as const }
      : isRolling
        ? { type: 'RollingUpdate' as const, rollingUpdate }
        : undefined,
    minReadySeconds: secondsOf(own, 'minReady', minReady),
    revisionHistoryLimit,
  });
}
