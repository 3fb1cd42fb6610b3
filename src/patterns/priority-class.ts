import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { RecordedConstruct } from '../origin';
import { checkOneOf, checkWhole, definedFields } from '../pod';
import { checked, checkProps } from '../props';
import { dns1123Subdomain } from '../values';
import { withoutNamespace } from './cluster-scoped';
import { metadataOf, type NamingProps, namingOf } from './naming';

/** Props of a PriorityClass. */
export interface PriorityClassProps extends Omit<NamingProps, 'namespace'> {
  /** Priority: -2147483648 to 1000000000, higher is scheduled first. Immutable. */
  readonly value: number;
  /** Description of when to use it. */
  readonly description?: string;
  /** Default for pods without a priority class; at most one in the cluster. @default false */
  readonly globalDefault?: boolean;
  /** Whether pending pods preempt pods with a lower priority. Immutable. @default 'PreemptLowerPriority' */
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never';
}

const LOWEST = -(2 ** 31);
const HIGHEST = 1_000_000_000;

/**
 * Scheduling priority of pods, referenced by `priorityClassName`.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 * @example
 * const urgent = new PriorityClass(chart, 'urgent', { value: 1_000_000, description: 'What customers wait for.' });
 * new WebApp(chart, 'shop', { ..., priorityClassName: urgent });
 */
@checked('PriorityClass')
export class PriorityClass extends RecordedConstruct {
  public readonly name: string;
  public readonly priorityClass: ApiObject;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: PriorityClassProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, props, dns1123Subdomain, reportIssue);
      if (naming.name.startsWith('system-'))
        reportIssue('name', 'must not start with "system-", which is reserved for Kubernetes');
      checkWhole(reportIssue, 'value', props.value, { min: LOWEST, max: HIGHEST });
      checkOneOf(reportIssue, 'preemptionPolicy', props.preemptionPolicy, ['PreemptLowerPriority', 'Never']);
    });
    const { name } = naming!;
    this.name = name;
    this.priorityClass = withoutNamespace(
      new ApiObject(this, 'PriorityClass', {
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: metadataOf(naming!),
        ...definedFields({
          value: props.value,
          globalDefault: props.globalDefault || undefined,
          preemptionPolicy: props.preemptionPolicy,
          description: props.description,
        }),
      }),
    );
  }
}
