import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { OVERLAY_TARGET } from '../overlay';
import { checkOneOf } from '../pod';
import { checked } from '../props';
import { Workload } from './workload/workload';
import type { WorkloadKind } from './workload/workload-kind';
import type { WorkloadProps } from './workload/workload-props';

/** Props of a PlainPod. */
export interface PlainPodProps extends Omit<WorkloadProps, 'spread'> {
  /** When a terminated container is restarted. @default 'Always' */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
}

/**
 * A single pod that is not replaced when its node fails: for experiments, debugging and
 * tests. It uses the default service account of the namespace, without a token.
 *
 * @example
 * new PlainPod(chart, 'myapp2', { image: 'registry.example.com/myapp:v1.0', qos: Qos.bestEffort() });
 */
@checked('PlainPod')
export class PlainPod extends Workload {
  public readonly kubePod: kplus.Pod;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: PlainPodProps, check?: WorkloadKind['check']) {
    const { restartPolicy } = props;
    super(scope, id, props, {
      restartPolicy,
      serviceAccount: 'default',
      check: (problem, naming, pod) => {
        checkOneOf(problem, 'restartPolicy', restartPolicy, ['Always', 'OnFailure', 'Never']);
        check?.(problem, naming, pod);
      },
    });
    const { podMetadata: _, ...kplusProps } = this.kplusProps(props);
    this.kubePod = new kplus.Pod(this, 'Pod', kplusProps);
    this.adopt(this.kubePod);
    this.isolate(props.networkPolicy);
  }

  public get podConstruct(): kplus.Pod {
    return this.kubePod;
  }

  public get [OVERLAY_TARGET]() {
    return { kind: 'Pod', construct: this.kubePod } as const;
  }
}
