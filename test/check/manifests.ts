/** One input with a mistake of every category: what each way into the check must report alike. */
export const MANIFESTS: readonly any[] = [
  config({ level: 'info' }),
  config({ level: 'debug' }),
  {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { plural: 'widgets', kind: 'Widget' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
            },
          },
        },
      ],
    },
  },
  { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'wide' }, spec: { size: 'wide' } },
  {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'shop' },
    spec: { selector: {}, endpoints: [{ port: 80 }] },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'checkout' },
    spec: {
      replicas: '3',
      selector: { matchLabels: { app: 'checkout' } },
      template: {
        metadata: { labels: { app: 'checkout' } },
        spec: { containers: [{ name: 'checkout', image: 'checkout:1', ports: [{ containerPort: 70000 }] }] },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'checkout' },
    spec: { selector: { app: 'checkout' }, ports: [{ port: 80, targetPort: 8080, potocol: 'TCP' }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'shop' },
    spec: { defaultBackend: { service: { name: 'checkut', port: { number: 80 } } } },
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'metrics' },
    spec: {
      securityContext: { runAsNonRoot: true },
      containers: [{ name: 'metrics', image: 'prom/prometheus:v2.55.1' }],
    },
  },
];

/** Rule, severity and field of every finding. */
export const EXPECTED = [
  'apply-kind-not-established warning Widget ',
  'custom-resource-schema error ServiceMonitor spec.endpoints[0].port',
  'custom-resource-schema error Widget spec.size',
  'duplicate-object error ConfigMap metadata.name',
  'image-user-not-numeric error Pod spec.containers[0].image',
  'ingress-backend-unknown warning Ingress spec.defaultBackend.service.name',
  'port-range note Deployment spec.template.spec.containers[0].ports[0].containerPort',
  'service-port-unknown warning Service spec.ports[0].targetPort',
  'unknown-field error Service spec.ports[0].potocol',
  'wrong-type error Deployment spec.replicas',
];

function config(data: object): object {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'shop' }, data };
}
