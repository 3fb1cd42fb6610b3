import { SYSTEM_PRIORITIES } from '../../../../facts';
import { rules, textsFor } from '../../../rule';
import { POD } from './examples';

const priority = textsFor('PodPriority (plugin/pkg/admission/priority)', POD);
/** Classes that every cluster has. The value of any other is known to the cluster alone. */
const CLASSES: ReadonlyMap<string, number> = new Map([['', 0], ...Object.entries(SYSTEM_PRIORITIES)]);

/** What the Priority admission has against a pod before the server validates it, in a cluster without a default priority class. */
export const podPriorityRules = rules(
  'io.k8s.api.core.v1.Pod',
  {
    'pod-priority': priority.forbidden(
      '{detail} must not be provided in pod spec; priority admission controller computed {computed} from the given PriorityClass name',
      'The priority of a pod and whether it may push out others follow from its priorityClassName. Name a class, and leave the numbers out.',
      { 'spec.priority': 1 },
      { accepts: { 'spec.priorityClassName': 'system-node-critical' } },
    ),
  },
  (node, report) => {
    const { priority: own, preemptionPolicy, priorityClassName = '' } = node.value.spec ?? {};
    const computed = CLASSES.get(priorityClassName);
    if (computed === undefined) return;
    const wrong = (field: string, detail: string, by: unknown): void =>
      report('pod-priority', field, { detail, computed: by });
    if (own !== undefined && own !== computed) {
      wrong('spec.priority', `the integer value of priority (${own})`, computed);
    }
    const policy = 'PreemptLowerPriority';
    if (preemptionPolicy !== undefined && preemptionPolicy !== policy) {
      wrong('spec.preemptionPolicy', `the string value of PreemptionPolicy (${preemptionPolicy})`, policy);
    }
  },
);

/** What the RuntimeClass admission has against a pod that is valid otherwise: it looks after validation. */
export const podOverheadRules = rules(
  'io.k8s.api.core.v1.Pod',
  {
    'pod-overhead': textsFor('validateOverhead (plugin/pkg/admission/runtimeclass)', POD).forbidden(
      'Pod Overhead set without corresponding RuntimeClass defined Overhead',
      'What a pod needs besides its containers is identified by its RuntimeClass. Name one in runtimeClassName, and leave overhead out.',
      { 'spec.overhead': { cpu: '250m' } },
    ),
  },
  (node, report) => {
    const { overhead, runtimeClassName } = node.value.spec ?? {};
    if (overhead !== undefined && runtimeClassName === undefined) report('pod-overhead', 'spec.overhead');
  },
);
