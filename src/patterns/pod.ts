import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { OVERLAY_TARGET } from '../overlay';
import { checkOneOf, type PodSpecProps } from '../pod';
import { checked } from '../props';
import { Workload } from './workload/workload';
import type { WorkloadKind } from './workload/workload-kind';
import type { WorkloadProps } from './workload/workload-props';

/** Props of a Pod. */
export interface PodProps extends Omit<WorkloadProps, 'topologySpread'>, Pick<PodSpecProps, 'activeDeadline'> {
  /** When a terminated container is restarted. @default 'Always' */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
}

/**
 * A single pod that is not replaced when its node fails: for experiments, debugging and
 * tests. It uses the default service account of the namespace, without a token.
 *
 * @example
 * new Pod(chart, 'myapp2', { image: 'registry.example.com/myapp:v1.0', qos: Qos.bestEffort() });
 */
@checked('Pod')
export class Pod extends Workload {
  public readonly pod: kplus.Pod;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: PodProps, check?: WorkloadKind['check']) {
    const { restartPolicy } = props;
    super(scope, id, props, {
      restartPolicy,
      serviceAccount: 'default',
      check: (reportIssue, naming, pod) => {
        checkOneOf(reportIssue, 'restartPolicy', restartPolicy, ['Always', 'OnFailure', 'Never']);
        check?.(reportIssue, naming, pod);
      },
    });
    const { podMetadata: _, ...kplusProps } = this.kplusProps(props);
    this.pod = new kplus.Pod(this, 'Pod', kplusProps);
    this.adopt(this.pod);
    this.isolate(props.networkPolicy);
  }

  public get podConstruct(): kplus.Pod {
    return this.pod;
  }

  public get [OVERLAY_TARGET]() {
    return { kind: 'Pod', construct: this.pod } as const;
  }
}
