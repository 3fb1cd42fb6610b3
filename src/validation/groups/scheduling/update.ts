import { IMMUTABLE, immutable, type Tolerances, updateRules, updateTextsFor } from '../../rule';

const WHY =
  'Pods get the priority of their class when they are created. If the class changed, old and new pods of it would differ.';
const HINT = 'create another PriorityClass under a new name';
const text = updateTextsFor('ValidatePriorityClassUpdate (pkg/apis/scheduling/validation)', {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'high' },
  value: 1000,
});

export const priorityClassUpdateRules = updateRules(
  'io.k8s.api.scheduling.v1.PriorityClass',
  {
    'priority-class-value-immutable': text.forbidden('may not be changed in an update.', WHY, HINT, { value: 2000 }),
    'priority-class-preemption-immutable': text.invalid(IMMUTABLE, WHY, HINT, { preemptionPolicy: 'Never' }),
  },
  (node, report) => {
    if (!node.same('value')) report('priority-class-value-immutable', 'value');
    immutable(node, report, 'priority-class-preemption-immutable', 'preemptionPolicy');
  },
);

/** An update of a class checks nothing but its metadata and what changes. */
export const schedulingTolerances: Tolerances = {
  'io.k8s.api.scheduling.v1.PriorityClass': ({ path }) => !path.startsWith('metadata'),
};
