import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { targetVersionsOf } from '../../app';
import { minorOf } from '../../facts';
import { DEFAULT_GRACE_SECONDS, type LifecycleProps, secondsIn, secondsOf } from '../../pod';
import type { ReportIssue } from '../../props';
import type { WorkloadProps } from './workload-props';

/** How pods behind a Service stop. */
export interface DrainProps {
  /**
   * Time between the removal of a pod from its Services and SIGTERM: proxies and controllers on other nodes still send
   * connections to the pod until they notice. Becomes a preStop hook that sleeps; `false` for none.
   *
   * @default 5 s if every target version has the sleep action, Kubernetes 1.30 or later, `lifecycle.preStop` is not set and the
   * termination grace period is longer. For older versions set `lifecycle: { preStop: { exec: ['sleep', '5'] } }`, if
   * the image contains `sleep`.
   * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations
   */
  readonly drain?: Duration | false;
}

/** The feature gate PodLifecycleSleepAction is on by default since this minor version. @see https://kep.k8s.io/3960 */
const SLEEP_SINCE_MINOR = 30;
const DEFAULT_SECONDS = 5;

type Draining = WorkloadProps & DrainProps;

/** `lifecycle` of the main container of pods behind a Service. */
export function lifecycleWithDrain(scope: Construct, props: Draining): LifecycleProps | undefined {
  const { drain, lifecycle } = props;
  if (drain === false || lifecycle?.preStop !== undefined || !hasSleep(scope)) return lifecycle;
  // A value of another type is reported by checkDrain.
  if (drain !== undefined && typeof drain.toSeconds !== 'function') return lifecycle;
  if (drain !== undefined) return { ...lifecycle, preStop: { sleep: drain } };
  const graceSeconds = secondsIn(props.terminationGracePeriod) ?? DEFAULT_GRACE_SECONDS;
  if (graceSeconds <= DEFAULT_SECONDS) return lifecycle;
  return { ...lifecycle, preStop: { sleep: Duration.seconds(DEFAULT_SECONDS) } };
}

/** Reports a drain that cannot be rendered. */
export function checkDrain(scope: Construct, { drain, lifecycle }: Draining, reportIssue: ReportIssue): void {
  if (drain === undefined || drain === false) return;
  secondsOf(reportIssue, 'drain', drain, 1);
  if (lifecycle?.preStop !== undefined) reportIssue('drain', 'must not be set together with lifecycle.preStop');
  if (!hasSleep(scope)) {
    const versions = targetVersionsOf(scope).join(', ');
    reportIssue(
      'drain',
      `requires Kubernetes 1.30 or later, but the target versions are ${versions}`,
      `use lifecycle: { preStop: { exec: ['sleep', '5'] } } if the image contains sleep`,
    );
  }
}

function hasSleep(scope: Construct): boolean {
  return targetVersionsOf(scope).every((version) => minorOf(version) >= SLEEP_SINCE_MINOR);
}
