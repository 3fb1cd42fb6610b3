import { deprecatedNodeLabel, hasChange } from '../../../facts';
import type { RuleText } from '../../../findings';
import { containerResourceName, dns1123Label, isHugePages, labelsProblems } from '../../../values';
import { GoValue } from '../../printing';
import { fieldChecks, rules, textsFor } from '../../rule';
import { checkToleration, resourceAmount, tolerationRules } from '../core';
import { runtimeClass } from './examples';

const text = textsFor('ValidateRuntimeClass (pkg/apis/node/validation)', runtimeClass);

const overhead = textsFor('validateOverhead (pkg/apis/node/validation)', runtimeClass);

export const overheadRules = rules(
  'io.k8s.api.node.v1.Overhead',
  {
    'runtime-class-overhead': overhead.invalid(
      '{detail}',
      'The overhead is an amount of resources that containers can ask for: cpu, memory, ephemeral-storage, huge pages or those of device plugins.',
      { 'overhead.podFixed.disk': '1Gi' },
    ),
    'runtime-class-overhead-huge-pages': overhead.forbidden(
      'HugePages require cpu or memory',
      'Huge pages are given to pods that ask for processors or memory too.',
      { 'overhead.podFixed': { 'hugepages-2Mi': '4Mi' } },
    ),
  },
  (node, report) => {
    const amounts = Object.entries<string | number>(node.value.podFixed ?? {});
    for (const [name, amount] of amounts) {
      // The server reuses the check of containers, and so speaks of limits.
      const field = `limits[${name}]`;
      for (const detail of containerResourceName(name)) {
        report('runtime-class-overhead', field, { detail, value: new GoValue('core.ResourceName', name) });
      }
      for (const { detail, value } of resourceAmount(name, amount)) {
        report('runtime-class-overhead', field, { detail, value });
      }
    }
    const names = amounts.map(([name]) => name);
    if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory')) {
      report('runtime-class-overhead-huge-pages', '');
    }
  },
);

/** Tolerations at the path that older servers tell. */
export const runtimeClassTolerationRules = rules(
  'io.k8s.api.node.v1.Scheduling',
  tolerationRules.texts as Readonly<Record<'toleration-value' | 'toleration-choice', RuleText>>,
  (node, report) => {
    const { each } = fieldChecks(report);
    if (hasChange(node.minor, 'RuntimeClassTolerationPaths')) return;
    node.skip('tolerations');
    each('tolerations.tolerations', node.value.tolerations, (toleration, field) =>
      checkToleration(toleration, `${field}.`, node.minor, report),
    );
  },
);

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
      '{detail}',
      'The handler is the name of a runtime in the configuration of the nodes, and must be a DNS label.',
      { handler: 'gVisor' },
    ),
    'runtime-class-node-label': text.invalid(
      '{detail}',
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
      'scheduling.nodeSelector: {detail}',
      'Nodes have carried the new label for years, and may lose the old one. Use the label that the message names.',
      { 'scheduling.nodeSelector': { 'beta.kubernetes.io/os': 'linux' } },
      { source: 'GetWarningsForRuntimeClass (pkg/api/node)' },
    ),
  },
  (node, report) => {
    const { format, each } = fieldChecks(report);
    const { handler = '', scheduling = {} } = node.value;
    if (handler === '' && hasChange(node.minor, 'MissingIsRequired'))
      report('runtime-class-handler-required', 'handler');
    else format('runtime-class-handler', 'handler', handler, dns1123Label);
    for (const { message, value } of labelsProblems(scheduling.nodeSelector, '')) {
      report('runtime-class-node-label', 'scheduling.nodeSelector', { detail: message, value });
    }
    for (const label of Object.keys(scheduling.nodeSelector ?? {})) {
      const detail = deprecatedNodeLabel(label);
      if (detail !== undefined) report('runtime-class-label-deprecated', '', { detail });
    }
    const seen = new Set<string>();
    each('scheduling.tolerations', scheduling.tolerations, (toleration, field) => {
      const { key = '', operator = '', value = '', effect = '' } = toleration;
      const meaning = JSON.stringify([key, operator, value, effect]);
      if (seen.has(meaning)) report('runtime-class-toleration-duplicate', field);
      seen.add(meaning);
    });
  },
);
