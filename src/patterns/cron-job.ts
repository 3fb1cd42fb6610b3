import { Cron, type Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { CONCURRENCY_POLICIES } from '../facts';
import type { batchV1 } from '../kubernetes';
import { amend, OVERLAY_TARGET } from '../overlay';
import { checkOneOf, checkWhole, copyOf, definedFields, secondsOf } from '../pod';
import { checked, type ReportIssue } from '../props';
import { cronSchedule, didYouMean, dns1123Label, isTimeZone, scheduleHint, timeZones } from '../values';
import { type JobSpecProps, jobSpecManifest } from './job-spec';
import { Workload } from './workload/workload';
import type { WorkloadProps } from './workload/workload-props';

/** Props of a CronJob. */
export interface CronJobProps extends Omit<WorkloadProps, 'topologySpread'>, Omit<JobSpecProps, 'suspend'> {
  /** Minute, hour, day of month, month, day of week, as in `0 3 * * *`; or `@daily` and the like. */
  readonly schedule: string;
  /** IANA time zone of the schedule, such as `Europe/Lisbon`. @default the time zone of the controller, usually UTC */
  readonly timeZone?: string;
  /** When the previous run is still active: run both, skip the new one, or replace the previous one. @default 'Forbid' */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** How late a missed run can start; 10 s or more, because the controller checks every 10 s. @default no limit */
  readonly startingDeadline?: Duration;
  /** Suspends the schedule. @default false */
  readonly suspend?: boolean;
  /** Successful Jobs to keep. @default 3 */
  readonly successfulJobsHistoryLimit?: number;
  /** Failed Jobs to keep. @default 1 */
  readonly failedJobsHistoryLimit?: number;
  /** Time until a finished Job is deleted, independent of the history limits. @default the history limits apply */
  readonly ttlAfterFinished?: Duration;
}

/** Annotation with a description of the schedule. */
export const SCHEDULE_ANNOTATION = 'cdk8s-patterns/schedule';

/** Names of Jobs append 11 characters. */
const LONGEST_NAME = 52;
/** A time zone prefix in a schedule, which the server no longer accepts. */
const ZONE = /^(?:CRON_)?TZ=\S*\s+/;
const SHORTEST_DEADLINE_SECONDS = 10;

/**
 * A task on a schedule: a CronJob.
 *
 * @example
 * new CronJob(chart, 'report', {
 *   schedule: '0 3 * * 1-5',
 *   timeZone: 'Europe/Lisbon',
 *   image: 'ghcr.io/acme/report:2.1.0',
 *   qos: Qos.guaranteed({ cpu: '500m', memory: '256Mi' }),
 * });
 */
@checked('CronJob')
export class CronJob extends Workload {
  public readonly cronJob: kplus.CronJob;
  /** A description of the schedule, such as `At 03:00 AM, Monday through Friday`. */
  public readonly scheduleDescription: string;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: CronJobProps) {
    const { activeDeadline: _, restartPolicy = 'Never', ...podProps } = props;
    const words = inWords(props);
    const annotations = { [SCHEDULE_ANNOTATION]: words, ...props.annotations };
    let cronFields = {};
    let jobFields = {};
    super(
      scope,
      id,
      { ...podProps, annotations },
      {
        restartPolicy,
        nameCheck: jobName,
        check: (reportIssue, _naming, pod) => {
          cronFields = cronJobManifest(props, reportIssue);
          jobFields = jobSpecManifest({ ...props, suspend: undefined }, pod.containerNames, reportIssue);
        },
      },
    );
    this.scheduleDescription = words;
    this.cronJob = new kplus.CronJob(this, 'CronJob', {
      ...this.kplusProps(podProps),
      schedule: new Cron(),
    });
    amend(this.cronJob, (manifest) => {
      const { template } = manifest.spec.jobTemplate.spec;
      const ttlSecondsAfterFinished = props.ttlAfterFinished?.toSeconds();
      manifest.spec = {
        ...copyOf(cronFields),
        jobTemplate: { spec: definedFields({ ...copyOf(jobFields), ttlSecondsAfterFinished, template }) },
      };
    });
    this.adopt(this.cronJob);
    this.isolate(props.networkPolicy);
  }

  public get podConstruct(): kplus.CronJob {
    return this.cronJob;
  }

  public get [OVERLAY_TARGET]() {
    return { kind: 'CronJob', construct: this.cronJob } as const;
  }
}

function jobName(name: string): readonly string[] {
  const tooLong = name.length > LONGEST_NAME && name.length <= 63;
  return tooLong ? [`must not be longer than ${LONGEST_NAME} characters`] : dns1123Label(name);
}

function inWords({ schedule: given, timeZone }: CronJobProps): string {
  if (typeof given !== 'string' || cronSchedule(given).length > 0) return '';
  const schedule = given.replace(ZONE, '');
  // Loaded by the programs that have a schedule.
  const cronstrue = require('cronstrue') as typeof import('cronstrue');
  const words = schedule.startsWith('@every')
    ? `Every ${schedule.slice('@every '.length)}`
    : cronstrue.toString(schedule);
  return timeZone === undefined ? words : `${words} (${timeZone})`;
}

function cronJobManifest(props: CronJobProps, reportIssue: ReportIssue): Omit<batchV1.CronJobSpec, 'jobTemplate'> {
  const { timeZone } = props;
  const isText = typeof props.schedule === 'string';
  if (!isText) reportIssue('schedule', 'is required, for example "0 3 * * *"');
  const schedule = isText ? props.schedule : '';
  for (const message of isText ? cronSchedule(schedule) : []) {
    reportIssue('schedule', `${JSON.stringify(schedule)}: ${message}`, scheduleHint(schedule.replace(ZONE, '')));
  }
  if (ZONE.test(schedule)) reportIssue('schedule', 'must not contain a time zone', 'use timeZone');
  if (timeZone !== undefined && (timeZone === 'Local' || !isTimeZone(timeZone))) {
    reportIssue(
      'timeZone',
      `must be an IANA time zone, for example "Europe/Lisbon", got ${JSON.stringify(timeZone)}`,
      didYouMean(String(timeZone), timeZones()),
    );
  }
  checkOneOf(reportIssue, 'concurrencyPolicy', props.concurrencyPolicy, CONCURRENCY_POLICIES);
  checkWhole(reportIssue, 'successfulJobsHistoryLimit', props.successfulJobsHistoryLimit);
  checkWhole(reportIssue, 'failedJobsHistoryLimit', props.failedJobsHistoryLimit);
  secondsOf(reportIssue, 'ttlAfterFinished', props.ttlAfterFinished);
  return definedFields({
    schedule,
    timeZone,
    concurrencyPolicy: props.concurrencyPolicy ?? ('Forbid' as const),
    startingDeadlineSeconds: secondsOf(
      reportIssue,
      'startingDeadline',
      props.startingDeadline,
      SHORTEST_DEADLINE_SECONDS,
    ),
    suspend: props.suspend || undefined,
    successfulJobsHistoryLimit: props.successfulJobsHistoryLimit,
    failedJobsHistoryLimit: props.failedJobsHistoryLimit,
  });
}
