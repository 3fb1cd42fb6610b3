import type { Edge } from './edge';

const rule = 'custom-reference-unknown';
const ROLLOUT = 'argoproj.io/Rollout';
const TRAFFIC = 'spec.strategy.canary.trafficRouting';
const analysis = { from: ROLLOUT, to: 'argoproj.io/AnalysisTemplate', rule } as const;

/** What objects of Flux, Argo, Tekton and Crossplane refer to. */
export const DELIVERY_EDGES: readonly Edge[] = [
  ...['spec.sourceRef', 'spec.chart.spec.sourceRef', 'spec.chartRef'].map(
    (field): Edge => ({
      from:
        field === 'spec.sourceRef' ? 'kustomize.toolkit.fluxcd.io/Kustomization' : 'helm.toolkit.fluxcd.io/HelmRelease',
      path: `${field}.name`,
      to: { kind: 'kind', group: 'apiVersion', otherwise: 'source.toolkit.fluxcd.io/GitRepository' },
      namespace: 'namespace',
      rule,
    }),
  ),
  ...['default', 'enforced'].map(
    (field): Edge => ({
      from: 'apiextensions.crossplane.io/CompositeResourceDefinition',
      path: `spec.${field}CompositionRef.name`,
      to: 'apiextensions.crossplane.io/Composition',
      rule,
    }),
  ),
  { from: 'argoproj.io/Application', path: 'spec.project', to: 'argoproj.io/AppProject', rule },
  { ...analysis, path: 'spec.strategy.canary.steps[].analysis.templates[].templateName' },
  { ...analysis, path: 'spec.strategy.canary.steps[].experiment.analyses[].templateName' },
  { ...analysis, path: 'spec.strategy.canary.analysis.templates[].templateName' },
  { ...analysis, path: 'spec.strategy.blueGreen.prePromotionAnalysis.templates[].templateName' },
  { ...analysis, path: 'spec.strategy.blueGreen.postPromotionAnalysis.templates[].templateName' },
  ...['nginx.stableIngress', 'nginx.stableIngresses[]', 'alb.ingress', 'alb.ingresses[]'].map((field): Edge => {
    const stable = 'spec.strategy.canary.stableService';
    const fields = field.startsWith('alb') ? [`${TRAFFIC}.alb.rootService`, stable] : [stable];
    const part = { of: 'backend', fields } as const;
    return { from: ROLLOUT, path: `${TRAFFIC}.${field}`, to: 'networking.k8s.io/Ingress', part, rule };
  }),
  ...['istio.virtualService.name', 'istio.virtualServices[].name'].map(
    (field): Edge => ({
      from: ROLLOUT,
      path: `${TRAFFIC}.${field}`,
      to: 'networking.istio.io/VirtualService',
      namespace: '.',
      // rollout/trafficrouting/istio/istio.go, getHttpRouteIndexesToPatch.
      part: { of: 'item', called: 'route', fields: ['routes[]'], lists: ['spec.http[].name'] },
      rule,
    }),
  ),
  ...['canarySubsetName', 'stableSubsetName'].map(
    (field): Edge => ({
      from: ROLLOUT,
      path: `${TRAFFIC}.istio.destinationRule.name`,
      to: 'networking.istio.io/DestinationRule',
      part: { of: 'item', called: 'subset', fields: [field], lists: ['spec.subsets[].name'] },
      rule,
    }),
  ),
  ...['pingService', 'pongService'].map(
    (field): Edge => ({ from: ROLLOUT, path: `spec.strategy.canary.pingPong.${field}`, to: '/Service', rule }),
  ),
  {
    from: ROLLOUT,
    path: `${TRAFFIC}.plugins.argoproj-labs/gatewayAPI.httpRoute`,
    to: 'gateway.networking.k8s.io/HTTPRoute',
    namespace: 'namespace',
    rule,
  },
  // An event that an EventSource does not have never comes.
  {
    from: 'argoproj.io/Sensor',
    path: 'spec.dependencies[].eventSourceName',
    to: 'argoproj.io/EventSource',
    part: { of: 'item', called: 'event', fields: ['eventName'], lists: ['*'] },
    rule,
  },
  // A policy without a namespace is a ClusterPolicy. A rule that no policy has is not excepted.
  ...['ClusterPolicy', 'Policy'].map(
    (kind): Edge => ({
      from: 'kyverno.io/PolicyException',
      path: 'spec.exceptions[].policyName',
      to: `kyverno.io/${kind}`,
      namespace: '/',
      part: { of: 'item', called: 'rule', fields: ['ruleNames[]'], lists: ['spec.rules[].name'] },
      isIgnored: (_, { policyName }) => String(policyName).includes('/') === (kind === 'ClusterPolicy'),
      rule,
    }),
  ),
  { from: ROLLOUT, path: `${TRAFFIC}.alb.rootService`, to: '/Service', rule },
  ...[
    ['Workflow', 'spec.workflowTemplateRef.name'],
    ['CronWorkflow', 'spec.workflowSpec.workflowTemplateRef.name'],
  ].map(
    ([kind, path]): Edge => ({ from: `argoproj.io/${kind}`, path: path!, to: 'argoproj.io/WorkflowTemplate', rule }),
  ),
  ...[
    ['TaskRun', 'spec.taskRef.name', 'Task'],
    ...['spec', 'spec.pipelineSpec'].flatMap((spec) =>
      ['tasks', 'finally'].map((list) => [
        spec === 'spec' ? 'Pipeline' : 'PipelineRun',
        `${spec}.${list}[].taskRef.name`,
        'Task',
      ]),
    ),
    ['PipelineRun', 'spec.pipelineRef.name', 'Pipeline'],
  ].map(
    ([kind, path, target]): Edge => ({
      from: `tekton.dev/${kind}`,
      path: path!,
      to: { kind: 'kind', group: 'apiVersion', otherwise: `tekton.dev/${target}` },
      // Those of an image.
      isIgnored: (_, parent) => parent.bundle !== undefined,
      rule,
    }),
  ),
];
