import type { Duration } from 'cdk8s';
import type { batchV1 } from '../kubernetes';
import { checkOneOf, checkWhole, definedFields, secondsOf, under } from '../pod';
import type { Problem } from '../props';

/** What to do when a pod of a Job fails in a certain way: by exit code, or by a condition of the pod. */
export interface FailureRule {
  /** `Ignore` does not count the failure, `Count` does, `FailJob` gives up, `FailIndex` gives up on that index. */
  readonly action: 'Ignore' | 'Count' | 'FailJob' | 'FailIndex';
  readonly exitCodes?: {
    readonly operator: 'In' | 'NotIn';
    readonly values: readonly number[];
    /** @default any container */
    readonly container?: string;
  };
  /** Such as `DisruptionTarget`, which a pod has that was evicted. */
  readonly conditions?: readonly { readonly type: string; readonly status?: 'True' | 'False' | 'Unknown' }[];
}

/** How much work there is, and when to give up. */
export interface JobSpecProps {
  /** Pods that must succeed. @default 1; with parallelism alone, until one pod succeeds */
  readonly completions?: number;
  /** Pods at a time. @default 1 */
  readonly parallelism?: number;
  /** Gives each of the completions a number, in JOB_COMPLETION_INDEX. @default false */
  readonly indexed?: boolean;
  /** Failures until the Job has failed. @default 6 */
  readonly backoffLimit?: number;
  /** Failures of one index until it has failed; indexed Jobs alone. Kubernetes 1.29 or newer. */
  readonly backoffLimitPerIndex?: number;
  /** Failed indexes until the Job has failed; with backoffLimitPerIndex. Kubernetes 1.29 or newer. */
  readonly maxFailedIndexes?: number;
  /** Time until the Job has failed, running pods included. @default no limit */
  readonly activeDeadline?: Duration;
  /** Which failures count. Needs the restart policy Never. */
  readonly podFailurePolicy?: readonly FailureRule[];
  /** Creates the Job without starting it. @default false */
  readonly suspend?: boolean;
  /** What to do with a container that failed: start it again in its pod, or try with another pod. @default 'Never' */
  readonly restartPolicy?: 'Never' | 'OnFailure';
}

const MOST_INDEXED_COMPLETIONS = 100_000;
const MOST_RULES = 20;

/** `spec` of a Job without its template. @param containers names that failure rules may use. */
export function jobSpecManifest(
  props: JobSpecProps,
  containers: readonly string[],
  problem: Problem,
): Omit<batchV1.JobSpec, 'template'> {
  const { completions, parallelism, indexed, restartPolicy = 'Never', podFailurePolicy } = props;
  checkWhole(problem, 'completions', completions);
  checkWhole(problem, 'parallelism', parallelism);
  checkWhole(problem, 'backoffLimit', props.backoffLimit);
  checkWhole(problem, 'backoffLimitPerIndex', props.backoffLimitPerIndex);
  checkWhole(problem, 'maxFailedIndexes', props.maxFailedIndexes);
  checkOneOf(problem, 'restartPolicy', restartPolicy, ['Never', 'OnFailure']);
  if (indexed) {
    if (completions === undefined) problem('completions', 'must be given for an indexed Job');
    checkWhole(problem, 'completions', completions, { max: MOST_INDEXED_COMPLETIONS });
    checkWhole(problem, 'parallelism', parallelism, { max: MOST_INDEXED_COMPLETIONS });
  }
  if (props.backoffLimitPerIndex !== undefined) {
    if (!indexed) problem('backoffLimitPerIndex', 'must only be given for an indexed Job', 'say indexed: true');
    if (restartPolicy !== 'Never') problem('backoffLimitPerIndex', 'needs restartPolicy: "Never"');
  }
  if (props.maxFailedIndexes !== undefined) {
    if (props.backoffLimitPerIndex === undefined) problem('maxFailedIndexes', 'needs backoffLimitPerIndex');
    if (completions !== undefined && props.maxFailedIndexes > completions) {
      problem('maxFailedIndexes', `must not be more than completions, ${completions}, got ${props.maxFailedIndexes}`);
    }
  }
  if (podFailurePolicy !== undefined && restartPolicy !== 'Never') {
    problem('podFailurePolicy', 'needs restartPolicy: "Never", as the containers would be restarted otherwise');
  }
  return definedFields({
    suspend: props.suspend || undefined,
    completionMode: indexed ? ('Indexed' as const) : undefined,
    completions,
    parallelism,
    backoffLimit: props.backoffLimit,
    backoffLimitPerIndex: props.backoffLimitPerIndex,
    maxFailedIndexes: props.maxFailedIndexes,
    activeDeadlineSeconds: secondsOf(problem, 'activeDeadline', props.activeDeadline, 1),
    podFailurePolicy: podFailurePolicy && failurePolicyManifest(podFailurePolicy, props, containers, problem),
  });
}

function failurePolicyManifest(
  rules: readonly FailureRule[],
  props: JobSpecProps,
  containers: readonly string[],
  problem: Problem,
): batchV1.PodFailurePolicy {
  if (rules.length === 0 || rules.length > MOST_RULES) {
    problem('podFailurePolicy', `must have 1 to ${MOST_RULES} rules, got ${rules.length}`);
  }
  return {
    rules: rules.map((rule, index) => {
      const own = under(problem, `podFailurePolicy[${index}]`);
      checkRule(rule, props, containers, own);
      const { exitCodes, conditions } = rule;
      return definedFields({
        action: rule.action,
        onExitCodes:
          exitCodes &&
          definedFields({
            containerName: exitCodes.container,
            operator: exitCodes.operator,
            // The server wants them in order and each once.
            values: [...new Set(exitCodes.values)].sort((a, b) => a - b),
          }),
        onPodConditions: conditions?.map(({ type, status }) => ({ type, status: status ?? 'True' })),
      });
    }),
  };
}

function checkRule(rule: FailureRule, props: JobSpecProps, containers: readonly string[], problem: Problem): void {
  const { exitCodes, conditions, action } = rule;
  checkOneOf(problem, 'action', action, ['Ignore', 'Count', 'FailJob', 'FailIndex']);
  if (action === 'FailIndex' && props.backoffLimitPerIndex === undefined) {
    problem('action', '"FailIndex" needs backoffLimitPerIndex');
  }
  if ((exitCodes === undefined) === (conditions === undefined)) {
    problem('', 'must have either exitCodes or conditions');
  }
  if (exitCodes !== undefined) {
    checkOneOf(problem, 'exitCodes.operator', exitCodes.operator, ['In', 'NotIn']);
    if (exitCodes.values.length === 0) problem('exitCodes.values', 'must have at least one');
    exitCodes.values.forEach((value, index) => {
      checkWhole(problem, `exitCodes.values[${index}]`, value, { max: 255 });
      if (value === 0 && exitCodes.operator === 'In')
        problem(`exitCodes.values[${index}]`, 'must not be 0, which is success');
    });
    if (exitCodes.container !== undefined) checkOneOf(problem, 'exitCodes.container', exitCodes.container, containers);
  }
}
