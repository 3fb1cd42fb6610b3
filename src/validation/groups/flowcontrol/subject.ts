import { dns1123Label, dns1123Subdomain } from '../../../values';
import { fieldChecks, rules, sortedValues, textsFor } from '../../rule';
import { everyVersion, flowSchema } from './examples';

const KINDS = ['Group', 'ServiceAccount', 'User'];
const SUBJECT = 'spec.rules[0].subjects[0]';
/** The field that says more about a subject of a kind. */
const FIELDS = { ServiceAccount: 'serviceAccount', User: 'user', Group: 'group' } as const;

const text = textsFor('ValidateFlowSchemaSubject (pkg/apis/flowcontrol/validation)', flowSchema);

export const flowSchemaSubjectRules = rules(
  everyVersion('Subject'),
  {
    'flow-schema-subject-kind': text.notSupported(
      sortedValues(KINDS),
      'A schema is for requests of users, groups of users, or ServiceAccounts.',
      { [`${SUBJECT}.kind`]: 'Serviceaccount' },
    ),
    'flow-schema-subject-required': text.required(
      '{detail}',
      'The field named like the kind says which user, group or ServiceAccount is meant; ServiceAccounts need their namespace too.',
      { [`${SUBJECT}.serviceAccount.namespace`]: '' },
    ),
    'flow-schema-subject-forbidden': text.forbidden(
      "{field} is forbidden when subject kind is not '{kind}'",
      'Only the field that is named like the kind counts. Leave out the others, or write another subject.',
      { [`${SUBJECT}.user`]: { name: 'jane' } },
    ),
    'flow-schema-subject': text.invalid(
      '{detail}',
      'ServiceAccounts are objects: the name is a DNS subdomain (or * for all), the namespace a DNS label.',
      { [`${SUBJECT}.serviceAccount.name`]: 'Operator' },
    ),
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const { kind = '' } = node.value;
    if (!KINDS.includes(kind)) {
      report('flow-schema-subject-kind', 'kind', { value: kind });
      return;
    }
    for (const [other, field] of Object.entries(FIELDS)) {
      const value = node.value[field];
      if (other !== kind) {
        if (value !== undefined) report('flow-schema-subject-forbidden', field, { field, kind: other });
        continue;
      }
      if (value === undefined) {
        report('flow-schema-subject-required', field, {
          detail: `${field} is required when subject kind is '${kind}'`,
        });
        continue;
      }
      const { name = '', namespace = '' }: { readonly name?: string; readonly namespace?: string } = value;
      if (name === '') report('flow-schema-subject-required', `${field}.name`, { detail: '' });
      if (kind !== 'ServiceAccount') continue;
      for (const detail of name === '' || name === '*' ? [] : dns1123Subdomain(name)) {
        report('flow-schema-subject', `${field}.name`, { detail });
      }
      if (namespace === '') {
        report('flow-schema-subject-required', `${field}.namespace`, {
          detail: 'must specify namespace for service account',
        });
      } else format('flow-schema-subject', `${field}.namespace`, namespace, dns1123Label);
    }
  },
);
