import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { RecordedConstruct } from '../origin';
import { checkOneOf, checkWhole, definedFields } from '../pod';
import { checkProps } from '../props';
import { dns1123Subdomain } from '../values';
import { withoutNamespace } from './cluster-scoped';
import { metadataOf, type NamingProps, namingOf } from './naming';

/** Props of a PriorityClass. */
export interface PriorityClassProps extends Omit<NamingProps, 'namespace'> {
  /** The higher, the sooner served: -2147483648 to 1000000000. */
  readonly value: number;
  /** When to use it. */
  readonly description?: string;
  /** Priority of pods that name none; at most one in the cluster. @default false */
  readonly globalDefault?: boolean;
  /** Whether waiting pods push out others of less priority. @default 'PreemptLowerPriority' */
  readonly preemptionPolicy?: 'PreemptLowerPriority' | 'Never';
}

const LOWEST = -(2 ** 31);
const HIGHEST = 1_000_000_000;

/**
 * How important pods are to the scheduler, by a name that `priorityClassName` takes.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 * @example
 * const urgent = new PriorityClass(chart, 'urgent', { value: 1_000_000, description: 'What customers wait for.' });
 * new WebApp(chart, 'shop', { ..., priorityClassName: urgent.name });
 */
export class PriorityClass extends RecordedConstruct {
  public readonly name: string;
  public readonly priorityClass: ApiObject;

  /** @throws PropsError that names all that is wrong with the props. */
  public constructor(scope: Construct, id: string, props: PriorityClassProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    checkProps(this, (problem) => {
      naming = namingOf(this, props, dns1123Subdomain, problem);
      if (naming.name.startsWith('system-'))
        problem('name', 'must not begin with "system-", which belongs to Kubernetes');
      checkWhole(problem, 'value', props.value, { min: LOWEST, max: HIGHEST });
      checkOneOf(problem, 'preemptionPolicy', props.preemptionPolicy, ['PreemptLowerPriority', 'Never']);
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
