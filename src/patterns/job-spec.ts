import type { Duration } from 'cdk8s';
import type { batchV1 } from '../kubernetes';
import { checkOneOf, checkWhole, definedFields, secondsOf, under } from '../pod';
import type { ReportIssue } from '../props';

/** A pod failure policy rule: matches exit codes or pod conditions. */
export interface FailureRule {
  /** `Ignore` does not count the failure, `Count` does, `FailJob` fails the Job, `FailIndex` fails the index. */
  readonly action: 'Ignore' | 'Count' | 'FailJob' | 'FailIndex';
  readonly exitCodes?: {
    readonly operator: 'In' | 'NotIn';
    readonly values: readonly number[];
    /** @default any container */
    readonly container?: string;
  };
  /** Pod conditions, such as `DisruptionTarget`, which evicted pods have. */
  readonly conditions?: readonly { readonly type: string; readonly status?: 'True' | 'False' | 'Unknown' }[];
}

/** Completions, parallelism and failure limits of a Job. */
export interface JobSpecProps {
  /**
   * Pods that must succeed. Immutable in a Job, but for an indexed Job in which it changes together with `parallelism`.
   *
   * @default 1; with parallelism only, until one pod succeeds
   */
  readonly completions?: number;
  /**
   * Pods that run at the same time. Whether it is set without `completions` is immutable in a Job, as the server then sets no
   * completions.
   *
   * @default 1
   */
  readonly parallelism?: number;
  /** Assigns each completion an index, in JOB_COMPLETION_INDEX. Immutable in a Job. @default false */
  readonly indexed?: boolean;
  /** Retries before the Job fails. @default 6 */
  readonly backoffLimit?: number;
  /** Retries of one index before it fails; for indexed Jobs only. Immutable in a Job. Requires Kubernetes 1.29. */
  readonly backoffLimitPerIndex?: number;
  /** Failed indexes before the Job fails; with backoffLimitPerIndex. Requires Kubernetes 1.29. */
  readonly maxFailedIndexes?: number;
  /** Time until the Job fails and its pods are terminated. @default no limit */
  readonly activeDeadline?: Duration;
  /** Pod failure policy. Requires restart policy Never. Immutable in a Job. */
  readonly podFailurePolicy?: readonly FailureRule[];
  /** Creates the Job suspended. @default false */
  readonly suspend?: boolean;
  /** `OnFailure` restarts a failed container in its pod, `Never` creates a new pod. @default 'Never' */
  readonly restartPolicy?: 'Never' | 'OnFailure';
}

const MOST_INDEXED_COMPLETIONS = 100_000;
const MAX_RULES = 20;

/** `spec` of a Job without its template. @param containers container names for failure rules. */
export function jobSpecManifest(
  props: JobSpecProps,
  containers: readonly string[],
  reportIssue: ReportIssue,
): Omit<batchV1.JobSpec, 'template'> {
  const { completions, parallelism, indexed, restartPolicy = 'Never', podFailurePolicy } = props;
  checkWhole(reportIssue, 'completions', completions);
  checkWhole(reportIssue, 'parallelism', parallelism);
  checkWhole(reportIssue, 'backoffLimit', props.backoffLimit);
  checkWhole(reportIssue, 'backoffLimitPerIndex', props.backoffLimitPerIndex);
  checkWhole(reportIssue, 'maxFailedIndexes', props.maxFailedIndexes);
  checkOneOf(reportIssue, 'restartPolicy', restartPolicy, ['Never', 'OnFailure']);
  if (indexed) {
    if (completions === undefined) reportIssue('completions', 'is required for an indexed Job');
    checkWhole(reportIssue, 'completions', completions, { max: MOST_INDEXED_COMPLETIONS });
    checkWhole(reportIssue, 'parallelism', parallelism, { max: MOST_INDEXED_COMPLETIONS });
  }
  if (props.backoffLimitPerIndex !== undefined) {
    if (!indexed) reportIssue('backoffLimitPerIndex', 'is only supported for an indexed Job', 'set indexed: true');
    if (restartPolicy !== 'Never') reportIssue('backoffLimitPerIndex', 'requires restartPolicy: "Never"');
  }
  if (props.maxFailedIndexes !== undefined) {
    if (props.backoffLimitPerIndex === undefined) reportIssue('maxFailedIndexes', 'requires backoffLimitPerIndex');
    if (completions !== undefined && props.maxFailedIndexes > completions) {
      reportIssue(
        'maxFailedIndexes',
        `must not be more than completions, ${completions}, got ${props.maxFailedIndexes}`,
      );
    }
  }
  if (podFailurePolicy !== undefined && restartPolicy !== 'Never') {
    reportIssue(
      'podFailurePolicy',
      'requires restartPolicy: "Never", because failed containers are restarted otherwise',
    );
  }
  return definedFields({
    suspend: props.suspend || undefined,
    completionMode: indexed ? ('Indexed' as const) : undefined,
    completions,
    parallelism,
    backoffLimit: props.backoffLimit,
    backoffLimitPerIndex: props.backoffLimitPerIndex,
    maxFailedIndexes: props.maxFailedIndexes,
    activeDeadlineSeconds: secondsOf(reportIssue, 'activeDeadline', props.activeDeadline, 1),
    podFailurePolicy: podFailurePolicy && failurePolicyManifest(podFailurePolicy, props, containers, reportIssue),
  });
}

function failurePolicyManifest(
  rules: readonly FailureRule[],
  props: JobSpecProps,
  containers: readonly string[],
  reportIssue: ReportIssue,
): batchV1.PodFailurePolicy {
  if (rules.length === 0 || rules.length > MAX_RULES) {
    reportIssue('podFailurePolicy', `must contain 1 to ${MAX_RULES} rules, got ${rules.length}`);
  }
  return {
    rules: rules.map((rule, index) => {
      const own = under(reportIssue, `podFailurePolicy[${index}]`);
      checkRule(rule, props, containers, own);
      const { exitCodes, conditions } = rule;
      return definedFields({
        action: rule.action,
        onExitCodes:
          exitCodes &&
          definedFields({
            containerName: exitCodes.container,
            operator: exitCodes.operator,
            // The server requires them sorted and unique.
            values: [...new Set(exitCodes.values)].sort((a, b) => a - b),
          }),
        onPodConditions: conditions?.map(({ type, status }) => ({ type, status: status ?? 'True' })),
      });
    }),
  };
}

function checkRule(
  rule: FailureRule,
  props: JobSpecProps,
  containers: readonly string[],
  reportIssue: ReportIssue,
): void {
  const { exitCodes, conditions, action } = rule;
  checkOneOf(reportIssue, 'action', action, ['Ignore', 'Count', 'FailJob', 'FailIndex']);
  if (action === 'FailIndex' && props.backoffLimitPerIndex === undefined) {
    reportIssue('action', '"FailIndex" requires backoffLimitPerIndex');
  }
  if ((exitCodes === undefined) === (conditions === undefined)) {
    reportIssue('', 'exactly one of exitCodes and conditions is required');
  }
  if (exitCodes !== undefined) {
    checkOneOf(reportIssue, 'exitCodes.operator', exitCodes.operator, ['In', 'NotIn']);
    if (exitCodes.values.length === 0) reportIssue('exitCodes.values', 'must not be empty');
    exitCodes.values.forEach((value, index) => {
      checkWhole(reportIssue, `exitCodes.values[${index}]`, value, { max: 255 });
      if (value === 0 && exitCodes.operator === 'In')
        reportIssue(`exitCodes.values[${index}]`, 'must not be 0 (success)');
    });
    if (exitCodes.container !== undefined)
      checkOneOf(reportIssue, 'exitCodes.container', exitCodes.container, containers);
  }
}
