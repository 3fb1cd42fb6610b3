import { dns1123Subdomain } from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { everyVersion, flowSchema } from './examples';

const HIGHEST_PRECEDENCE = 10_000;
const METHODS = ['ByNamespace', 'ByUser'];

const text = textsFor('ValidateFlowSchemaSpec (pkg/apis/flowcontrol/validation)', flowSchema);

export const flowSchemaRules = rules(
  everyVersion('FlowSchema'),
  {
    'flow-schema-precedence': text.invalid(
      '{detail}',
      'Schemas are tried in the order of their precedence, a number from 2 to 10000. Number 1 belongs to the schema "exempt".',
      { 'spec.matchingPrecedence': 10_001 },
    ),
    'flow-schema-distinguisher': text.notSupported(
      sortedValues(METHODS),
      'Requests of a schema are put into flows by the user who asks or by the namespace that is asked for.',
      { 'spec.distinguisherMethod.type': 'ByGroup' },
    ),
    'flow-schema-priority-level-required': text.required(
      'must reference a priority level',
      'A schema says at which priority level its requests are served.',
      { 'spec.priorityLevelConfiguration.name': '' },
    ),
    'flow-schema-priority-level': text.invalid(
      '{detail}',
      'The name is that of a PriorityLevelConfiguration object, which is a DNS subdomain.',
      { 'spec.priorityLevelConfiguration.name': 'Low' },
    ),
    'flow-schema-mandatory': text.invalid(
      '{detail}',
      'The schemas "exempt" and "catch-all" belong to every cluster, and what they say is fixed. Use another name.',
      { 'metadata.name': 'catch-all' },
      { source: 'ValidateFlowSchema (pkg/apis/flowcontrol/validation)' },
    ),
  },
  (node, report) => {
    const { required, format } = fieldChecks(report);
    const name = node.value.metadata?.name ?? '';
    const { matchingPrecedence = 0, distinguisherMethod, priorityLevelConfiguration = {} } = node.value.spec ?? {};
    const precedence = (detail: string) => report('flow-schema-precedence', 'spec.matchingPrecedence', { detail });
    if (matchingPrecedence <= 0) precedence('must be a positive value');
    if (matchingPrecedence > HIGHEST_PRECEDENCE) precedence(`must not be greater than ${HIGHEST_PRECEDENCE}`);
    if (matchingPrecedence === 1 && name !== 'exempt') {
      precedence("only the schema named 'exempt' may have matchingPrecedence 1");
    }
    if (distinguisherMethod !== undefined && !METHODS.includes(distinguisherMethod.type ?? '')) {
      report('flow-schema-distinguisher', 'spec.distinguisherMethod.type', {
        value: new GoValue('*flowcontrol.FlowDistinguisherMethod', distinguisherMethod),
      });
    }
    const level = priorityLevelConfiguration.name ?? '';
    if (required('flow-schema-priority-level-required', 'spec.priorityLevelConfiguration.name', level)) {
      format('flow-schema-priority-level', 'spec.priorityLevelConfiguration.name', level, dns1123Subdomain);
    }
    const fixed = FIXED.get(name);
    if (fixed !== undefined && meaning(node.value.spec) !== meaning(fixed)) {
      report('flow-schema-mandatory', 'spec', { detail: `spec of '${name}' must equal the fixed value` });
    }
  },
);

const everything = (groups: readonly string[]) => [
  {
    subjects: groups.map((group) => ({ kind: 'Group', group: { name: group } })),
    resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true }],
    nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
  },
];

/** Schemas that the server creates and that cannot be changed. */
const FIXED: ReadonlyMap<string, object> = new Map([
  [
    'exempt',
    { priorityLevelConfiguration: { name: 'exempt' }, matchingPrecedence: 1, rules: everything(['system:masters']) },
  ],
  [
    'catch-all',
    {
      priorityLevelConfiguration: { name: 'catch-all' },
      matchingPrecedence: HIGHEST_PRECEDENCE,
      distinguisherMethod: { type: 'ByUser' },
      rules: everything(['system:unauthenticated', 'system:authenticated']),
    },
  ],
]);

/** The same text for objects that the server holds to be equal: empty and absent are the same. */
function meaning(value: unknown): string {
  return JSON.stringify(value, (_, part) => {
    if (part === '' || part === false || part === 0 || (Array.isArray(part) && part.length === 0)) return undefined;
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
