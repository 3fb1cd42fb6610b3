import { KUBERNETES_VERSIONS, REMOVED_APIS } from '../../src/facts';
import {
  type CustomResourceDocument,
  CustomResources,
  definitionOfKind,
  explainUnknownKind,
  loadKubernetesDocument,
} from '../../src/schema';

const minor = (version: string) => Number(version.split('.')[1]);

describe('removed API versions', () => {
  const kinds = REMOVED_APIS.flatMap((entry) => entry.kinds.map((kind) => ({ ...entry, kind })));

  test.each(kinds)('$apiVersion $kind is in no document from $removedIn on', ({ apiVersion, kind, removedIn }) => {
    for (const version of KUBERNETES_VERSIONS.filter((one) => minor(one) >= minor(removedIn))) {
      expect(definitionOfKind(loadKubernetesDocument(version), apiVersion, kind)).toBeUndefined();
    }
  });

  test.each(kinds.filter(({ replacement }) => replacement))('$replacement has $kind', ({ replacement, kind }) => {
    expect(definitionOfKind(loadKubernetesDocument('1.36'), replacement!, kind)?.scope).toBeDefined();
  });

  // The only removals within 1.28 … 1.36 of versions that servers have on by default.
  test.each([
    ['1.28', 'v1beta2', true],
    ['1.29', 'v1beta2', false],
    ['1.31', 'v1beta3', true],
    ['1.32', 'v1beta3', false],
  ] as const)('Kubernetes %s and flowcontrol %s: %s', (version, apiVersion, served) => {
    const definition = definitionOfKind(
      loadKubernetesDocument(version),
      `flowcontrol.apiserver.k8s.io/${apiVersion}`,
      'FlowSchema',
    );
    expect(definition !== undefined).toBe(served);
  });
});

test.each([
  // Removed.
  ['1.36', 'extensions/v1beta1', 'Ingress', /removed in Kubernetes 1\.22; use networking\.k8s\.io\/v1; .*pathType/],
  ['1.36', 'v1', 'List', 'kubectl reads a List whose items are an array: begin each of them with a dash'],
  ['1.36', 'batch/v1beta1', 'CronJob', 'batch/v1beta1 CronJob was removed in Kubernetes 1.25; use batch/v1'],
  ['1.28', 'settings.k8s.io/v1alpha1', 'PodPreset', /removed in Kubernetes 1\.20; the PodDefaults mixin/],
  ['1.36', 'policy/v1beta1', 'PodSecurityPolicy', /removed in Kubernetes 1\.25; label the namespace/],
  // Of another server.
  [
    '1.28',
    'networking.k8s.io/v1',
    'ServiceCIDR',
    'networking.k8s.io/v1 ServiceCIDR is served by Kubernetes 1.33 and later, not by 1.28',
  ],
  // Another version.
  ['1.36', 'apps/v2', 'Deployment', 'Deployment is served as apps/v1'],
  ['1.36', 'v1', 'Deployment', 'Deployment is served as apps/v1'],
  [
    '1.36',
    'autoscaling/v3',
    'HorizontalPodAutoscaler',
    'HorizontalPodAutoscaler is served as autoscaling/v1, autoscaling/v2',
  ],
  ['1.36', 'metallb.io/v1', 'IPAddressPool', /^IPAddressPool is served as metallb\.io\/v1beta1; .*import it again$/],
  // A kind of the same name in a group that is not built in.
  [
    '1.36',
    'serving.knative.dev/v1',
    'Service',
    /^for a custom resource, import its definition .* --allow-kind serving/,
  ],
  ['1.36', 'rbac.authorisation.k8s.io/v1', 'Role', 'Role is served as rbac.authorization.k8s.io/v1'],
  // Spelling.
  ['1.36', 'apps/v1', 'Deploymnet', 'did you mean "Deployment"?'],
  ['1.36', 'apps/v1', 'deployment', 'did you mean "Deployment"?'],
  ['1.36', 'v1', 'Statefulset', 'did you mean "StatefulSet" of apps/v1?'],
  ['1.36', 'metallb.io/v1beta1', 'IPAdressPool', 'did you mean "IPAddressPool"?'],
  // Nothing known.
  [
    '1.36',
    'kustomize.config.k8s.io/v1beta1',
    'Kustomization',
    'this is a file for kustomize and is not applied to a cluster: validate the output of "kubectl kustomize", and leave the file out with --exclude',
  ],
  ['1.36', 'kind.x-k8s.io/v1alpha4', 'Cluster', /^this is a file for kind .*: leave the file out with --exclude$/],
  ['1.36', 'resource.k8s.io/v1beta1', 'Nothing', /alpha or beta version/],
  // Without a group.
  ['1.36', 'v1alpha1', 'TalosCluster', /^the core group has only v1: the API group .* example\.com\/v1alpha1/],
  ['1.36', 'v2', 'Widgets', /^the core group has only v1/],
  ['1.36', 'v1beta1', 'Deployment', 'Deployment is served as apps/v1'],
  ['1.36', 'v1', 'Widgets', /^for a custom resource, import its definition/],
  [
    '1.36',
    'example.com/v1',
    'Pods',
    'for a custom resource, import its definition with "npx cdk8s-patterns import crd --from FILE|DIRECTORY|URL|cluster", or accept the kind unchecked with --allow-kind example.com/v1/Pods; in a program with allowKinds: ["example.com/v1/Pods"]',
  ],
  ['1.36', 'constructor', '__proto__', /^for a custom resource, import its definition/],
] as const)('Kubernetes %s, %s %s: %s', (version, apiVersion, kind, hint) => {
  const explained = explainUnknownKind(loadKubernetesDocument(version), apiVersion, kind);
  expect(explained.message).toBe(`no matches for kind "${kind}" in version "${apiVersion}"`);
  expect(explained.hint).toEqual(typeof hint === 'string' ? hint : expect.stringMatching(hint));
});

test('custom resources that are known are suggested, under another version and another spelling', () => {
  const widget: CustomResourceDocument = {
    '//': '',
    group: 'example.com',
    scope: 'Cluster',
    names: { kind: 'Widget', plural: 'widgets' },
    versions: [{ name: 'v2', storage: true, subresources: [], schema: { type: 'object' } }],
  };
  const hint = (apiVersion: string, kind: string) =>
    explainUnknownKind(loadKubernetesDocument('1.36'), apiVersion, kind, new CustomResources([widget])).hint;
  expect(hint('example.com/v1', 'Widget')).toMatch(/^Widget is served as example\.com\/v2; /);
  expect(hint('example.com/v2', 'Wigdet')).toBe('did you mean "Widget"?');
  expect(hint('other.com/v2', 'Widget')).toMatch(/import crd/);
});

/** Kinds of the definitions of their projects. */
test.each<[group: string, kinds: string[]]>([
  ['gateway.networking.k8s.io', ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute', 'UDPRoute']],
  ['traefik.io', ['Middleware', 'MiddlewareTCP', 'IngressRoute', 'IngressRouteTCP', 'IngressRouteUDP']],
  ['argoproj.io', ['Application', 'ApplicationSet', 'Workflow', 'CronWorkflow']],
  ['monitoring.coreos.com', ['Prometheus', 'PrometheusAgent', 'PrometheusRule', 'PodMonitor']],
  ['kafka.strimzi.io', ['KafkaConnect', 'KafkaConnector']],
  ['external-secrets.io', ['ExternalSecret', 'ClusterExternalSecret', 'PushSecret', 'ClusterPushSecret']],
])('no kind of %s is taken for another one that is known', (group, kinds) => {
  for (const known of kinds) {
    const definition: CustomResourceDocument = {
      '//': '',
      group,
      scope: 'Namespaced',
      names: { kind: known, plural: known.toLowerCase() },
      versions: [{ name: 'v1', storage: true, subresources: [], schema: { type: 'object' } }],
    };
    const hint = (kind: string) =>
      explainUnknownKind(loadKubernetesDocument('1.36'), `${group}/v1`, kind, new CustomResources([definition])).hint;
    for (const kind of kinds.filter((one) => one !== known)) expect(hint(kind)).toMatch(/import its definition/);
    expect(hint(`${known.slice(0, -1)}x`)).toBe(`did you mean "${known}"?`);
  }
});
