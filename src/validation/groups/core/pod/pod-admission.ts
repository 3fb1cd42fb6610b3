import { SYSTEM_PRIORITIES } from '../../../../facts';
import { rules, textsFor } from '../../../rule';
import { POD } from './examples';

const priority = textsFor('PodPriority (plugin/pkg/admission/priority)', POD);
/** Classes that every cluster has. The value of any other is known to the cluster alone. */
const CLASSES: ReadonlyMap<string, number> = new Map([['', 0], ...Object.entries(SYSTEM_PRIORITIES)]);

/** What admission plugins that are on by default have against a pod, in a cluster without a default priority class. */
export const podAdmissionRules = rules(
  'io.k8s.api.core.v1.Pod',
  {
    'pod-priority': priority.forbidden(
      '{detail} must not be provided in pod spec; priority admission controller computed {computed} from the given PriorityClass name',
      'The priority of a pod and whether it may push out others follow from its priorityClassName. Name a class, and leave the numbers out.',
      { 'spec.priority': 1 },
      { accepts: { 'spec.priorityClassName': 'system-node-critical' } },
    ),
    'pod-overhead': textsFor('setOverhead (plugin/pkg/admission/runtimeclass)', POD).forbidden(
      'Pod Overhead set without corresponding RuntimeClass defined Overhead',
      'What a pod needs besides its containers is identified by its RuntimeClass. Name one in runtimeClassName, and leave overhead out.',
      { 'spec.overhead': { cpu: '250m' } },
    ),
  },
  (node, report) => {
    const {
      priority: own,
      preemptionPolicy,
      priorityClassName = '',
      overhead,
      runtimeClassName,
    } = node.value.spec ?? {};
    const computed = CLASSES.get(priorityClassName);
    if (computed !== undefined) {
      const wrong = (field: string, detail: string, by: unknown): void =>
        report('pod-priority', field, { detail, computed: by });
      if (own !== undefined && own !== computed) {
        wrong('spec.priority', `the integer value of priority (${own})`, computed);
      }
      const policy = 'PreemptLowerPriority';
      if (preemptionPolicy !== undefined && preemptionPolicy !== policy) {
        wrong('spec.preemptionPolicy', `the string value of PreemptionPolicy (${preemptionPolicy})`, policy);
      }
    }
    if (Object.keys(overhead ?? {}).length > 0 && runtimeClassName === undefined)
      report('pod-overhead', 'spec.overhead');
  },
);
