import type { Edge } from './edge';

const KONG = 'configuration.konghq.com';
const GKE = 'networking.gke.io';
const RELOADER = 'reloader~stakater~com/reload';
const OPEN_TELEMETRY = 'opentelemetry.io';

/** Objects that carry annotations of a controller, those annotations, and what they name. */
type Annotations = readonly [from: readonly string[], named: Readonly<Record<string, string>>, more?: Partial<Edge>];

const ROUTES = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute'].map(
  (kind) => `gateway.networking.k8s.io/${kind}`,
);
const INGRESS = ['networking.k8s.io/Ingress'];
const SERVICE = ['/Service'];
const WORKLOADS = ['apps/DaemonSet', 'apps/Deployment', 'apps/StatefulSet', 'argoproj.io/Rollout'];
/** Where annotations of pods are. */
const TEMPLATES: Readonly<Record<string, string>> = {
  '/Pod': '',
  ...Object.fromEntries([...WORKLOADS, 'batch/Job'].map((kind) => [kind, 'spec.template.'])),
  'batch/CronJob': 'spec.jobTemplate.spec.template.',
};
const LANGUAGES = ['apache-httpd', 'dotnet', 'go', 'java', 'nginx', 'nodejs', 'python', 'sdk'];

const guessed = { guess: 'kind' } as const;
const isSwitch = { isIgnored: (_: unknown, __: unknown, value: string) => /^(?:true|false)$/i.test(value) };

const OF_OBJECTS: readonly Annotations[] = [
  [
    [...INGRESS, ...SERVICE, ...ROUTES, `${KONG}/KongConsumer`, `${KONG}/KongConsumerGroup`],
    { 'konghq~com/plugins': `${KONG}/KongPlugin` },
    {
      ...guessed,
      or: `${KONG}/KongClusterPlugin`,
      hint: 'use a KongPlugin of the namespace of the object, or a KongClusterPlugin',
    },
  ],
  [[...INGRESS, ...SERVICE], { 'konghq~com/override': `${KONG}/KongIngress` }, guessed],
  [SERVICE, { 'konghq~com/upstream-policy': `${KONG}/KongUpstreamPolicy` }, guessed],
  [SERVICE, { 'konghq~com/client-cert': '/Secret' }],
  [
    INGRESS,
    {
      'networking~gke~io/managed-certificates': `${GKE}/ManagedCertificate`,
      'networking~gke~io/v1beta1~FrontendConfig': `${GKE}/FrontendConfig`,
    },
    guessed,
  ],
  [
    SERVICE,
    {
      'cloud~google~com/backend-config': 'cloud.google.com/BackendConfig',
      'beta~cloud~google~com/backend-config': 'cloud.google.com/BackendConfig',
    },
    guessed,
  ],
  [WORKLOADS, { [`secret~${RELOADER}`]: '/Secret', [`configmap~${RELOADER}`]: '/ConfigMap' }, { guess: 'name' }],
];

const OF_PODS: Annotations[1] = {
  'k8s~v1~cni~cncf~io/networks': 'k8s.cni.cncf.io/NetworkAttachmentDefinition',
  'sidecar~opentelemetry~io/inject': `${OPEN_TELEMETRY}/OpenTelemetryCollector`,
  ...Object.fromEntries(
    LANGUAGES.map((language) => [
      `instrumentation~opentelemetry~io/inject-${language}`,
      `${OPEN_TELEMETRY}/Instrumentation`,
    ]),
  ),
};

const edgesOf = (from: string, at: string, named: Annotations[1], more: Partial<Edge> = {}): Edge[] =>
  Object.entries(named).map(([annotation, to]) => ({
    from,
    path: `${at}metadata.annotations.${annotation}`,
    to,
    namespace: ',',
    rule: 'custom-reference-unknown',
    ...more,
  }));

/**
 * Annotations whose values are names of objects: one, or several with commas, or JSON.
 *
 * @see https://developer.konghq.com/kubernetes-ingress-controller/reference/annotations/
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/managed-certs
 * @see https://docs.stakater.com/reloader/
 * @see https://opentelemetry.io/docs/platforms/kubernetes/operator/automatic/
 * @see https://github.com/k8snetworkplumbingwg/multi-net-spec
 */
export const ANNOTATION_EDGES: readonly Edge[] = [
  ...OF_OBJECTS.flatMap(([from, named, more]) => from.flatMap((kind) => edgesOf(kind, '', named, more))),
  ...Object.entries(TEMPLATES).flatMap(([kind, at]) => edgesOf(kind, at, OF_PODS, { ...guessed, ...isSwitch })),
];
