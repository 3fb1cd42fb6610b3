import { dns1123Label } from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { everyVersion, flowSchema } from './examples';

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'proxy', 'update', 'watch'];
const RULE = 'spec.rules[0]';

const text = textsFor('ValidateFlowSchemaPolicyRulesWithSubjects (pkg/apis/flowcontrol/validation)', flowSchema);

export const policyRulesWithSubjectsRules = rules(
  everyVersion('PolicyRulesWithSubjects'),
  {
    'flow-schema-subjects-required': text.required(
      'subjects must contain at least one value',
      'A rule of a schema needs a subject. Use the group system:authenticated for all users.',
      { [`${RULE}.subjects`]: [] },
    ),
    'flow-schema-rules-required': text.required(
      'at least one of resourceRules and nonResourceRules has to be non-empty',
      'A rule of a schema matches requests for resources or for URLs, so it needs at least one of them.',
      { [`${RULE}.resourceRules`]: [], [`${RULE}.nonResourceRules`]: [] },
    ),
  },
  (node, report) => {
    const { required } = fieldChecks(report);
    const { subjects = [], resourceRules = [], nonResourceRules = [] } = node.value;
    required('flow-schema-subjects-required', 'subjects', subjects);
    if (resourceRules.length === 0 && nonResourceRules.length === 0) report('flow-schema-rules-required', '');
  },
);

/** Lists of a rule: what the server says when they are empty, and how it calls the members. */
const LISTS = {
  verbs: { required: 'verbs must contain at least one value', members: 'verbs' },
  nonResourceURLs: { required: 'nonResourceURLs must contain at least one value', members: 'non-resource URLs' },
  apiGroups: { required: 'resource rules must supply at least one api group', members: 'api groups' },
  resources: { required: 'resource rules must supply at least one resource', members: 'resources' },
  namespaces: {
    required: 'resource rules that are not cluster scoped must supply at least one namespace',
    members: 'namespaces',
  },
} as const;

export const flowSchemaPolicyRules = rules(
  [...everyVersion('ResourcePolicyRule'), ...everyVersion('NonResourcePolicyRule')],
  {
    'flow-schema-rule-required': text.required(
      '{detail}',
      'A rule without verbs, groups, resources, namespaces or URLs matches no request. Write ["*"] for all of them.',
      { [`${RULE}.resourceRules[0].verbs`]: [] },
    ),
    'flow-schema-rule-wildcard': text.invalid(
      "if '*' is present, must not specify other {members}",
      'The star means all, so nothing else can be beside it.',
      { [`${RULE}.resourceRules[0].resources`]: ['*', 'pods'] },
    ),
    'flow-schema-verb': text.notSupported(
      sortedValues(VERBS),
      'Requests are identified by the verbs of the API, in lowercase.',
      { [`${RULE}.resourceRules[0].verbs`]: ['read'] },
    ),
    'flow-schema-namespace': text.invalid(
      "each member of this list must be '*' or a DNS-1123 label; {detail}",
      'The name of a Namespace is a DNS label; the star stands for all.',
      { [`${RULE}.resourceRules[0].namespaces`]: ['Default'] },
    ),
    'flow-schema-url': text.invalid(
      '{detail}',
      'A URL starts with a slash and has neither spaces nor double slashes; a star can only be its last segment.',
      { [`${RULE}.nonResourceRules[0].nonResourceURLs`]: ['healthz'] },
      { source: 'ValidateNonResourceURLPath (pkg/apis/flowcontrol/validation)' },
    ),
  },
  (node, report) => {
    const { format, each } = fieldChecks(report);
    const isResourceRule = !node.definition.endsWith('.NonResourcePolicyRule');
    const fields = isResourceRule ? RESOURCE_FIELDS : URL_FIELDS;
    for (const field of fields) {
      const values = node.value[field] ?? [];
      const all = values.includes('*');
      if (values.length === 0 && !(field === 'namespaces' && node.value.clusterScope)) {
        report('flow-schema-rule-required', field, { detail: LISTS[field].required });
      } else if (all) {
        if (values.length > 1) report('flow-schema-rule-wildcard', field, { members: LISTS[field].members });
      } else if (field === 'verbs') {
        if (values.some((verb) => !VERBS.includes(verb))) {
          report('flow-schema-verb', field, { value: new GoValue('[]string', values) });
        }
      } else if (field === 'namespaces') {
        each(field, values, (value, at) => format('flow-schema-namespace', at, value, dns1123Label));
      } else if (field === 'nonResourceURLs') {
        for (const [index, value] of values.entries()) {
          const detail = urlProblem(value);
          if (detail !== undefined) report('flow-schema-url', `${field}[${index}]`, { detail });
        }
      }
    }
  },
);

const RESOURCE_FIELDS = ['verbs', 'apiGroups', 'resources', 'namespaces'] as const;
const URL_FIELDS = ['verbs', 'nonResourceURLs'] as const;

function urlProblem(path: string): string | undefined {
  if (path === '') return 'must not be empty';
  if (path === '/') return undefined;
  if (!path.startsWith('/')) return 'must start with slash';
  if (path.includes(' ')) return 'must not contain white-space';
  if (path.includes('//')) return 'must not contain double slash';
  const stars = path.split('*').length - 1;
  if (stars > 1 || (stars === 1 && !path.endsWith('/*'))) return 'wildcard can only do suffix matching';
  return undefined;
}
