import { isEmptySelector, labelSelectorProblems, selectorMatches, selectorText } from '../../../values';
import { type FieldNode, rules } from '../../rule';
import { daemonSet, deployment, statefulSet, template } from './examples';

const STATEFUL_SET_SPEC = 'io.k8s.api.apps.v1.StatefulSetSpec';
const DAEMON_SET_SPEC = 'io.k8s.api.apps.v1.DaemonSetSpec';

const withoutSelector = deployment();
delete (withoutSelector.spec as { selector?: object }).selector;

/** The selector of a workload, and whether it selects the pods that the workload makes. */
export const workloadSelectorRules = rules(
  [
    'io.k8s.api.apps.v1.DeploymentSpec',
    'io.k8s.api.apps.v1.ReplicaSetSpec',
    'io.k8s.api.apps.v1.StatefulSetSpec',
    DAEMON_SET_SPEC,
  ],
  {
    'workload-selector-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A workload finds its pods by their labels. Set spec.selector.matchLabels with labels that spec.template.metadata.labels has too.',
      source: 'ValidateDeploymentSpec, ValidateReplicaSetSpec, ValidateStatefulSetSpec (pkg/apis/apps/validation)',
      refused: withoutSelector,
      alongside: ['workload-selector-mismatch'],
      accepted: deployment(),
    },
    'workload-selector-empty': {
      reason: 'FieldValueInvalid',
      message: 'empty selector is invalid for {workload}',
      why: 'An empty selector matches every pod of the namespace, so the workload would take over pods of others. Name at least one label.',
      source:
        'ValidateDeploymentSpec, ValidateReplicaSetSpec, ValidateStatefulSetSpec, ValidateDaemonSetSpec (pkg/apis/apps/validation)',
      refused: daemonSet({ selector: {} }),
      accepted: daemonSet(),
    },
    'workload-selector-unusable': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A selector with a broken key, value or operator cannot be turned into a query, and the server then does not look at the pod template at all. Fix the part of the selector that is named beside this finding.',
      source: 'LabelSelectorAsSelector (apimachinery pkg/apis/meta/v1)',
      refused: deployment({ selector: { matchExpressions: [{ key: 'app', operator: 'In', values: [] }] } }),
      alongside: ['label-selector-values-required'],
      accepted: deployment({ selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] } }),
    },
    'workload-selector-mismatch': {
      reason: 'FieldValueInvalid',
      message: '`selector` does not match template `labels`',
      why: 'The workload would create pods that it does not find, and create more of them forever. Give the template every label that the selector asks for.',
      source:
        'ValidatePodTemplateSpecForReplicaSet, ValidatePodTemplateSpecForStatefulSet, ValidateDaemonSetSpec (pkg/apis/apps/validation)',
      refused: statefulSet({ template: template({}, { labels: { app: 'other' } }) }),
      accepted: statefulSet(),
    },
  },
  (node, report) => {
    const { selector, template: podTemplate } = node.value;
    const isDaemonSet = node.definition === DAEMON_SET_SPEC;
    if (selector === undefined) {
      if (!isDaemonSet) report('workload-selector-required', 'selector');
      report('workload-selector-mismatch', 'template.metadata.labels');
      return;
    }
    if (isEmptySelector(selector)) report('workload-selector-empty', 'selector', { workload: workloadOf(node) });
    if (labelSelectorProblems(selector).length > 0) {
      if (isDaemonSet) return;
      const detail = node.definition === STATEFUL_SET_SPEC ? '' : 'invalid label selector';
      report('workload-selector-unusable', 'selector', { detail });
      node.skip('template');
    } else if (!selectorMatches(selector, podTemplate?.metadata?.labels)) {
      const labels = selectorText({ matchLabels: podTemplate?.metadata?.labels });
      const there = labels === '' ? 'the template has no labels' : `the labels are ${labels}`;
      const hint = `the selector is ${selectorText(selector)}, and ${there}`;
      report('workload-selector-mismatch', 'template.metadata.labels', { hint });
    }
  },
);

/** Whether the server stops before the pod template, because it cannot make a query of the selector. */
export function hidesTemplate(node: FieldNode): boolean {
  const { selector } = node.value;
  const asksFirst = /\.(?:Deployment|ReplicaSet)Spec$/.test(node.definition);
  return asksFirst && selector !== undefined && labelSelectorProblems(selector).length > 0;
}

/** The server speaks of a deployment when it means a replica set. */
function workloadOf(node: FieldNode): string {
  if (node.definition === DAEMON_SET_SPEC) return 'daemonset';
  return node.definition.endsWith('.StatefulSetSpec') ? 'statefulset' : 'deployment';
}
