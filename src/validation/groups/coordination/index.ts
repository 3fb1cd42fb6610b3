import type { ApiGroup, Changes, DefinitionRules } from '../../rule';
import { leaseRules } from './lease';

const coordinationRules: readonly DefinitionRules[] = [leaseRules];

const coordinationPreparations: Changes = {
  'io.k8s.api.coordination.v1.LeaseSpec': (spec) => {
    // Feature gate CoordinatedLeaderElection, off by default in all versions.
    delete spec.strategy;
    delete spec.preferredHolder;
  },
};

/** The group `coordination`. */
export const coordination: ApiGroup = { rules: coordinationRules, preparations: coordinationPreparations };
