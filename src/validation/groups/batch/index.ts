import type { ApiGroup, DefinitionRules } from '../../rule';
import { cronJobNameRules, cronJobRules } from './cron-job';
import { batchDefaults } from './defaults';
import { jobRules } from './job';
import { jobCountRules } from './job-counts';
import { indexedJobNameRules, indexedJobRules } from './job-indexed';
import { jobSelectorRules } from './job-selector';
import { podFailurePolicyRules } from './pod-failure-policy';
import { batchPreparations } from './prepare';
import { successPolicyRules } from './success-policy';
import { jobUpdateRules } from './update';

const batchRules: readonly DefinitionRules[] = [
  jobSelectorRules,
  jobCountRules,
  indexedJobRules,
  jobRules,
  indexedJobNameRules,
  podFailurePolicyRules,
  successPolicyRules,
  cronJobRules,
  cronJobNameRules,
];

/** The group `batch`. */
export const batch: ApiGroup = {
  rules: batchRules,
  defaults: batchDefaults,
  preparations: batchPreparations,
  updates: [jobUpdateRules],
};
