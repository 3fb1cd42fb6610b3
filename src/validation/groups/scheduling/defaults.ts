import type { Changes } from '../../rule';

/** `pkg/apis/scheduling/v1/defaults.go` */
export const schedulingDefaults: Changes = {
  'io.k8s.api.scheduling.v1.PriorityClass': (priorityClass) => {
    priorityClass.preemptionPolicy ??= 'PreemptLowerPriority';
  },
};
