import { hasChange } from '../../../facts';
import { rules, sortedValues, textsFor } from '../../rule';
import { everyVersion, priorityLevel } from './examples';

const TYPES = ['Queue', 'Reject'];
const QUEUES_LIMIT = 10_000_000;
const HASH_BITS = 60;
const RESPONSE = 'spec.limited.limitResponse';

const text = textsFor('ValidateLimitResponse (pkg/apis/flowcontrol/validation)', priorityLevel);

export const limitResponseRules = rules(
  everyVersion('LimitResponse'),
  {
    'limit-response-type-required': text.required(
      '',
      'Requests above the limit are either put into a queue or rejected; the type is required.',
      { [RESPONSE]: {} },
      { since: '1.36' },
    ),
    'limit-response-type': text.notSupported(
      sortedValues(TYPES),
      'Requests above the limit are either put into a queue or rejected.',
      { [`${RESPONSE}.type`]: 'queue' },
    ),
    'limit-response-queuing': text.forbidden(
      'must be nil if limited.limitResponse.type is not Limited',
      'Requests that are rejected wait in no queue. Leave out queuing, or say the type Queue.',
      { [`${RESPONSE}.type`]: 'Reject' },
    ),
    'limit-response-queuing-required': text.required(
      'must not be empty if limited.limitResponse.type is Limited',
      'A level that queues requests needs queuing. Use queuing: {} for the defaults.',
      { [`${RESPONSE}.queuing`]: undefined },
    ),
    'limit-response-queues': text.invalid(
      '{detail}',
      'A level has 1 to 10 million queues of at least one request each. Each flow uses handSize of them, and the numbers must be small enough to be picked by 60 bits.',
      { [`${RESPONSE}.queuing.handSize`]: 65 },
      { source: 'ValidatePriorityLevelQueuingConfiguration (pkg/apis/flowcontrol/validation)' },
    ),
  },
  (node, report) => {
    const { type = '', queuing } = node.value;
    if (type === 'Reject') {
      if (queuing !== undefined) report('limit-response-queuing', 'queuing');
    } else if (type !== 'Queue') {
      if (type === '' && hasChange(node.minor, 'MissingIsRequired')) report('limit-response-type-required', 'type');
      else report('limit-response-type', 'type', { value: type });
    } else if (queuing === undefined) report('limit-response-queuing-required', 'queuing');
    else {
      for (const [field, detail] of queuingProblems(queuing)) {
        report('limit-response-queues', `queuing.${field}`, { detail });
      }
    }
  },
);

function queuingProblems({ queues = 0, handSize = 0, queueLengthLimit = 0 }: any): [string, string][] {
  const problems: [string, string][] = [];
  if (queueLengthLimit <= 0) problems.push(['queueLengthLimit', 'must be positive']);
  if (queues <= 0) problems.push(['queues', 'must be positive']);
  else if (queues > QUEUES_LIMIT) problems.push(['queues', `must not be greater than ${QUEUES_LIMIT}`]);
  if (handSize <= 0) problems.push(['handSize', 'must be positive']);
  else if (handSize > queues) problems.push(['handSize', `should not be greater than queues (${queues})`]);
  else if (Math.ceil(Math.log2(queues) * handSize) > HASH_BITS) {
    const numbers = `deckSize ${queues} and handSize ${handSize}`;
    problems.push(['handSize', `required entropy bits of ${numbers} should not be greater than ${HASH_BITS}`]);
  }
  return problems;
}
