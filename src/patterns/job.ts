import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { amend, OVERLAY_TARGET } from '../overlay';
import { copyOf, definedFields, secondsOf } from '../pod';
import { checked } from '../props';
import { type JobSpecProps, jobSpecManifest } from './job-spec';
import { Workload } from './workload/workload';
import type { WorkloadProps } from './workload/workload-props';

/** Props of a Job. */
export interface JobProps extends Omit<WorkloadProps, 'topologySpread'>, JobSpecProps {
  /**
   * Time until a finished Job and its pods are deleted; `false` keeps them.
   *
   * @default 1 day
   */
  readonly ttlAfterFinished?: Duration | false;
}

const DAY = Duration.days(1);

/**
 * A task that runs to completion once: a Job.
 *
 * Immutable: the pods of a Job, and with them the image and most other props. A changed Job needs another name, or the old one has to
 * be deleted first; `suspend`, `parallelism`, `backoffLimit`, `activeDeadline` and `ttlAfterFinished` can change.
 *
 * @example
 * new Job(chart, 'pi', {
 *   image: 'perl:5.34.0',
 *   command: ['perl', '-Mbignum=bpi', '-wle', 'print bpi(2000)'],
 *   qos: Qos.guaranteed({ cpu: '1', memory: '64Mi' }),
 *   backoffLimit: 4,
 * });
 */
@checked('Job')
export class Job extends Workload {
  public readonly job: kplus.Job;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: JobProps) {
    const { activeDeadline: _, restartPolicy = 'Never', ...podProps } = props;
    const { ttlAfterFinished = DAY } = props;
    const ttl = ttlAfterFinished === false ? undefined : ttlAfterFinished;
    let jobFields = {};
    super(scope, id, podProps, {
      restartPolicy,
      check: (reportIssue, _naming, pod) => {
        jobFields = jobSpecManifest(props, pod.containerNames, reportIssue);
        secondsOf(reportIssue, 'ttlAfterFinished', ttl);
      },
    });
    this.job = new kplus.Job(this, 'Job', this.kplusProps(podProps));
    amend(this.job, (manifest) => {
      const { template } = manifest.spec;
      manifest.spec = definedFields({ ...copyOf(jobFields), ttlSecondsAfterFinished: ttl?.toSeconds(), template });
    });
    this.adopt(this.job);
    this.isolate(props.networkPolicy);
  }

  public get podConstruct(): kplus.Job {
    return this.job;
  }

  public get [OVERLAY_TARGET]() {
    return { kind: 'Job', construct: this.job } as const;
  }
}
