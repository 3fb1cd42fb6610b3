import type { Changes } from '../../rule';

export const policyPreparations: Changes = {
  'io.k8s.api.policy.v1.PodDisruptionBudget': (budget) => {
    delete budget.status;
  },
};
