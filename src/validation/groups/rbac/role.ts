import { labelSelectorProblems } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { clusterRole, role } from './examples';

const text = textsFor('ValidatePolicyRule (pkg/apis/rbac/validation)', role);
const cluster = textsFor('ValidateClusterRole (pkg/apis/rbac/validation)', clusterRole);

export const policyRuleRules = rules(
  'io.k8s.api.rbac.v1.PolicyRule',
  {
    'role-verbs-required': text.required(
      'verbs must contain at least one value',
      'A rule without verbs allows nothing. Name what may be done, such as get, list and watch.',
      { 'rules[0].verbs': [] },
    ),
    'role-api-groups-required': text.required(
      'resource rules must supply at least one api group',
      'Resources of different groups may have the same name. Write "" for the core group of Pods and Services.',
      { 'rules[0].apiGroups': [] },
    ),
    'role-resources-required': text.required(
      'resource rules must supply at least one resource',
      'A rule names resources or nonResourceURLs.',
      { 'rules[0].resources': [] },
    ),
    'role-urls-namespaced': text.invalid(
      'namespaced rules cannot apply to non-resource URLs',
      'URLs such as /healthz belong to the whole cluster, so only a ClusterRole can allow them.',
      { 'rules[0]': { verbs: ['get'], nonResourceURLs: ['/healthz'] } },
    ),
    'role-urls-mixed': cluster.invalid(
      'rules cannot apply to both regular resources and non-resource URLs',
      'A rule is either about resources or about URLs. Write two rules.',
      { 'rules[0].nonResourceURLs': ['/healthz'] },
      { source: 'ValidatePolicyRule (pkg/apis/rbac/validation)' },
    ),
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    const { verbs = [], nonResourceURLs = [], apiGroups = [], resources = [], resourceNames = [] } = node.value;
    required('role-verbs-required', 'verbs', verbs);
    if (nonResourceURLs.length > 0) {
      if (node.parent?.definition === 'io.k8s.api.rbac.v1.Role') report('role-urls-namespaced', 'nonResourceURLs');
      if (apiGroups.length + resources.length + resourceNames.length > 0) report('role-urls-mixed', 'nonResourceURLs');
      return;
    }
    required('role-api-groups-required', 'apiGroups', apiGroups);
    required('role-resources-required', 'resources', resources);
  },
);

/** What the server shows instead: the selector that it failed to make of this one. */
const NO_SELECTOR = null;

const aggregation = {
  aggregationRule: { clusterRoleSelectors: [{ matchLabels: { 'example.com/aggregate': 'true' } }] },
};

export const aggregationRuleRules = rules(
  'io.k8s.api.rbac.v1.AggregationRule',
  {
    'cluster-role-aggregation-required': cluster.required(
      'at least one clusterRoleSelector required if aggregationRule is non-nil',
      'An aggregated role collects the rules of other roles by their labels, so it needs a label selector.',
      { 'aggregationRule.clusterRoleSelectors': [] },
      { with: aggregation },
    ),
    'cluster-role-aggregation-selector': cluster.invalid(
      'invalid label selector.',
      'A selector with a broken key, value or operator cannot be turned into a query. Fix the part of the selector that is named beside this finding.',
      { 'aggregationRule.clusterRoleSelectors[0].matchLabels': { 'example.com/aggregate': 'not true' } },
      { with: aggregation, alongside: ['label-selector-invalid'] },
    ),
  },
  (node, report) => {
    const { required, each } = fieldChecks(report);
    const { clusterRoleSelectors } = node.value;
    required('cluster-role-aggregation-required', 'clusterRoleSelectors', clusterRoleSelectors);
    each('clusterRoleSelectors', clusterRoleSelectors, (selector, field) => {
      if (labelSelectorProblems(selector).length === 0) return;
      report('cluster-role-aggregation-selector', field, { value: NO_SELECTOR });
    });
  },
);
