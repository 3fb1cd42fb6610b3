import { dns1123Subdomain, labelValue } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { endpointSlice } from './examples';

const HINTS_LIMIT = 8;
const HINTS = 'endpoints[0].hints';

const text = textsFor('validateHints (pkg/apis/discovery/validation)', endpointSlice);
const names = (field: string, length: number) => ({
  [`${HINTS}.${field}`]: Array.from({ length }, (_, index) => ({ name: `${field.toLowerCase()}-${index}` })),
});

export const endpointHintsRules = rules(
  'io.k8s.api.discovery.v1.EndpointHints',
  {
    'endpoint-hints-too-many': text.tooMany(
      `must have at most ${HINTS_LIMIT} items`,
      'An endpoint can be meant for 8 zones and 8 nodes at most. Leave out the hints when it is for all.',
      names('forZones', HINTS_LIMIT + 1),
    ),
    'endpoint-hint-duplicate': text.duplicate('', 'A repeated hint has no effect. List each zone and each node once.', {
      [`${HINTS}.forZones`]: [{ name: 'zone-a' }, { name: 'zone-a' }],
    }),
    'endpoint-zone-hint': text.invalid(
      '{detail}',
      'Zones are identified by a label of the nodes, so the name must be a label value.',
      {
        [`${HINTS}.forZones`]: [{ name: 'zone a' }],
      },
    ),
    'endpoint-node-hint': text.invalid(
      '{detail}',
      'Nodes are objects, and the name of a Node is a DNS subdomain.',
      { [`${HINTS}.forNodes`]: [{ name: 'Node' }] },
      { since: '1.34' },
    ),
  },
  (node, report) => {
    const { format, each, unique } = fieldChecks(report);
    for (const { field, id, check } of KINDS) {
      const hints = node.value[field] ?? [];
      if (hints.length > HINTS_LIMIT) {
        report('endpoint-hints-too-many', field);
        return;
      }
      const isNewName = unique('endpoint-hint-duplicate');
      each(field, hints, ({ name = '' }, at) => {
        isNewName(`${at}.name`, name);
        format(id, `${at}.name`, name, check);
      });
    }
  },
);

const KINDS = [
  { field: 'forZones', id: 'endpoint-zone-hint', check: labelValue },
  { field: 'forNodes', id: 'endpoint-node-hint', check: dns1123Subdomain },
] as const;
