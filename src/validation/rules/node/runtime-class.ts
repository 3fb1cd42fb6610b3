import { deprecatedNodeLabel } from '../../checks/deprecated-node-labels';
import { labelsProblems } from '../../checks/label-selector';
import { dns1123Label } from '../../checks/names';
import { rules } from '../../rule';
import { textsFor } from '../text';
import { runtimeClass } from './examples';

const text = textsFor('ValidateRuntimeClass (pkg/apis/node/validation)', runtimeClass);

export const runtimeClassRules = rules(
  'io.k8s.api.node.v1.RuntimeClass',
  {
    'runtime-class-handler-required': text.required(
      '',
      'The handler is the name of a runtime in the configuration of the nodes, such as runc or gvisor.',
      { handler: '' },
      { since: '1.36' },
    ),
    'runtime-class-handler': text.invalid(
      '{problem}',
      'The handler is the name of a runtime in the configuration of the nodes, and must be a DNS label.',
      { handler: 'gVisor' },
    ),
    'runtime-class-node-label': text.invalid(
      '{problem}',
      'Pods of the class are placed on nodes with these labels, so keys and values must be those of labels.',
      { 'scheduling.nodeSelector': { runtime: 'g visor' } },
    ),
    'runtime-class-toleration-duplicate': text.duplicate(
      '',
      'A toleration that is there twice tolerates nothing more. Leave one of them out.',
      {
        'scheduling.tolerations': [
          { key: 'gvisor', operator: 'Exists' },
          { key: 'gvisor', operator: 'Exists' },
        ],
      },
    ),
    'runtime-class-label-deprecated': text.warning(
      'scheduling.nodeSelector: {problem}',
      'Nodes have carried the new label for years, and may lose the old one. Use the label that the message names.',
      { 'scheduling.nodeSelector': { 'beta.kubernetes.io/os': 'linux' } },
      { source: 'GetWarningsForRuntimeClass (pkg/api/node)' },
    ),
  },
  (place, report) => {
    const { handler = '', scheduling = {} } = place.value;
    if (handler === '' && place.minor >= 36) report('runtime-class-handler-required', 'handler');
    else for (const problem of dns1123Label(handler)) report('runtime-class-handler', 'handler', { problem });
    for (const { message } of labelsProblems(scheduling.nodeSelector, '')) {
      report('runtime-class-node-label', 'scheduling.nodeSelector', { problem: message });
    }
    for (const label of Object.keys(scheduling.nodeSelector ?? {})) {
      const problem = deprecatedNodeLabel(label);
      if (problem !== undefined) report('runtime-class-label-deprecated', '', { problem });
    }
    const seen = new Set<string>();
    for (const [index, toleration] of (scheduling.tolerations ?? []).entries()) {
      const { key = '', operator = '', value = '', effect = '' } = toleration;
      const meaning = JSON.stringify([key, operator, value, effect]);
      if (seen.has(meaning)) report('runtime-class-toleration-duplicate', `scheduling.tolerations[${index}]`);
      seen.add(meaning);
    }
  },
);
