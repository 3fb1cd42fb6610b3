import { pathSegmentName } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { definition, validatingPolicy, validatingWebhooks } from './examples';

const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const SCOPES = ['*', 'Cluster', 'Namespaced'];
const RULE = 'webhooks[0].rules[0]';

const text = textsFor('validateRuleWithOperations (pkg/apis/admissionregistration/validation)', validatingWebhooks);

export const ruleWithOperationsRules = rules(
  [definition('RuleWithOperations'), definition('NamedRuleWithOperations')],
  {
    'admission-rule-required': text.required(
      '',
      'A rule says which requests are meant by their operation, group, version and resource. Each must be named; the star stands for all.',
      { [`${RULE}.operations`]: [] },
    ),
    'admission-rule-wildcard': text.invalid(
      '{detail}',
      'The star means all, so nothing that it covers can be beside it.',
      { [`${RULE}.resources`]: ['*/*', 'pods'] },
    ),
    'admission-rule-operation': text.notSupported(
      sortedValues(OPERATIONS),
      'Operations are CREATE, UPDATE, DELETE, CONNECT or *, in uppercase. Reads are not subject to admission.',
      { [`${RULE}.operations`]: ['create'] },
    ),
    'admission-rule-scope': text.notSupported(
      sortedValues(SCOPES),
      'A rule matches namespaced objects (Namespaced), cluster-scoped objects (Cluster), or both (*).',
      { [`${RULE}.scope`]: 'Namespace' },
    ),
    'admission-rule-resource-name': textsFor(
      'validateNamedRuleWithOperations (pkg/apis/admissionregistration/validation)',
      validatingPolicy,
    ).invalid(
      '{detail}',
      'The name of an object becomes a part of a URL and so can hold neither a slash nor a percent sign.',
      { 'spec.matchConstraints.resourceRules[0].resourceNames': ['a/b'] },
      { since: '1.30' },
    ),
    'admission-rule-resource-name-duplicate': textsFor(
      'validateNamedRuleWithOperations (pkg/apis/admissionregistration/validation)',
      validatingPolicy,
    ).duplicate(
      '',
      'A repeated name has no effect. List each object once.',
      { 'spec.matchConstraints.resourceRules[0].resourceNames': ['web', 'web'] },
      { since: '1.30' },
    ),
  },
  (node, report) => {
    const { required, oneOf, format, each, unique } = fieldChecks(report);
    const { operations = [], apiVersions = [], resources = [], scope, resourceNames = [] } = node.value;
    const isNewName = unique('admission-rule-resource-name-duplicate');
    each('resourceNames', resourceNames, (name, field) => {
      format('admission-rule-resource-name', field, name, pathSegmentName);
      isNewName(field, name);
    });
    for (const field of ['operations', 'apiGroups', 'apiVersions'] as const) {
      const values = node.value[field] ?? [];
      required('admission-rule-required', field, values);
      if (values.length > 1 && values.includes('*')) {
        report('admission-rule-wildcard', field, {
          detail: `if '*' is present, must not specify other ${MEMBERS[field]}`,
        });
      }
    }
    each('operations', operations, (value, at) => oneOf('admission-rule-operation', at, value, OPERATIONS));
    each('apiVersions', apiVersions, (version, at) => required('admission-rule-required', at, version));
    required('admission-rule-required', 'resources', resources);
    each('resources', resources, (resource, at) => required('admission-rule-required', at, resource));
    for (const [field, detail] of resourceProblems(resources)) report('admission-rule-wildcard', field, { detail });
    oneOf('admission-rule-scope', 'scope', scope, SCOPES);
  },
);

/** Lists that cannot be empty, and how the server calls what is in them. */
const MEMBERS = { operations: 'operations', apiGroups: 'API groups', apiVersions: 'API versions' } as const;

function resourceProblems(resources: readonly string[]): [string, string][] {
  const problems: [string, string][] = [];
  const wholeResources = new Set<string>();
  const wholeSubresources = new Set<string>();
  // The server remembers only whether the last entry without a slash was the star.
  let hasPlainResource = false;
  for (const [index, resource] of resources.entries()) {
    const slash = resource.indexOf('/');
    if (slash < 0) {
      if (resource !== '') hasPlainResource = resource !== '*';
      continue;
    }
    const [name, subresource] = [resource.slice(0, slash), resource.slice(slash + 1)];
    const clash = (star: string) =>
      problems.push([`resources[${index}]`, `if '${star}' is present, must not specify ${resource}`]);
    if (wholeResources.has(name)) clash(`${name}/*`);
    if (wholeSubresources.has(subresource)) clash(`*/${subresource}`);
    if (subresource === '*') wholeResources.add(name);
    if (name === '*') wholeSubresources.add(subresource);
  }
  if (resources.length > 1 && resources.includes('*/*')) {
    problems.push(['resources', "if '*/*' is present, must not specify other resources"]);
  }
  if (resources.includes('*') && hasPlainResource) {
    problems.push(['resources', "if '*' is present, must not specify other resources without subresources"]);
  }
  return problems;
}
