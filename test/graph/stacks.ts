/** Small stacks for the tests of graphs. */

export const deployment = (name: string, spec: object = {}, container: object = {}, namespace = 'shop') => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: { containers: [{ name: 'main', image: `${name}:1.0`, ...container }], ...spec },
    },
  },
});

export const object = (apiVersion: string, kind: string, name: string, fields: object = {}, namespace = 'shop') => ({
  apiVersion,
  kind,
  metadata: { name, namespace },
  ...fields,
});

export const policy = (name: string, spec: object) =>
  object('networking.k8s.io/v1', 'NetworkPolicy', name, {
    spec: { podSelector: { matchLabels: { app: name } }, ...spec },
  });

export const pods = (app: string) => ({ podSelector: { matchLabels: { app } } });

/** One object of each role, every reference resolved. */
export const SHOP = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  object('v1', 'ServiceAccount', 'web'),
  object('v1', 'ConfigMap', 'settings', { data: { LEVEL: 'debug-is-not-shown' } }),
  object('v1', 'Secret', 'login', { stringData: { password: 'hunter2-is-not-shown' } }),
  object('v1', 'Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] } }),
  deployment(
    'web',
    { serviceAccountName: 'web' },
    {
      ports: [{ containerPort: 8080 }],
      env: [
        { name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'settings', key: 'LEVEL' } } },
        { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'login', key: 'password' } } },
      ],
    },
  ),
  object('networking.k8s.io/v1', 'Ingress', 'web', {
    spec: {
      rules: [
        {
          host: 'shop.example.com',
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
          },
        },
      ],
    },
  }),
];

/** Objects of many namespaces, each an application of eight objects. */
export function largeInput(count: number, namespaces: number): object[] {
  return Array.from({ length: count / 8 }, (_, index) => {
    const [name, namespace] = [`app-${index}`, `team-${index % namespaces}`];
    const spec = {
      serviceAccountName: name,
      volumes: [
        { name: 'config', configMap: { name } },
        { name: 'login', secret: { secretName: name } },
      ],
    };
    const backend = { service: { name, port: { number: 80 } } };
    return [
      object('v1', 'ServiceAccount', name, {}, namespace),
      object('v1', 'ConfigMap', name, { data: { key: 'value' } }, namespace),
      object('v1', 'Secret', name, { stringData: { key: 'value' } }, namespace),
      object('v1', 'Service', name, { spec: { selector: { app: name }, ports: [{ port: 80 }] } }, namespace),
      deployment(name, spec, {}, namespace),
      object('networking.k8s.io/v1', 'Ingress', name, { spec: { defaultBackend: backend } }, namespace),
      {
        ...object('policy/v1', 'PodDisruptionBudget', name, {}, namespace),
        spec: { maxUnavailable: 1, selector: { matchLabels: { app: name } } },
      },
      {
        ...object('networking.k8s.io/v1', 'NetworkPolicy', name, {}, namespace),
        spec: {
          podSelector: { matchLabels: { app: name } },
          policyTypes: ['Ingress'],
          ingress: [{ from: [pods(`app-${index + namespaces}`)] }],
        },
      },
    ];
  }).flat();
}
