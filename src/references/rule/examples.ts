/** Minimal valid objects for the examples of the rules. */
export const deployment = (spec: object = {}, container: object = {}, podSpec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'shop' } },
    template: {
      metadata: { labels: { app: 'shop' } },
      spec: {
        containers: [{ name: 'shop', image: 'shop:1', ports: [{ name: 'http', containerPort: 8080 }], ...container }],
        ...podSpec,
      },
    },
    ...spec,
  },
});

export const service = (spec: object = {}, name = 'shop') => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: 'shop' }, ports: [{ name: 'web', port: 80, targetPort: 'http' }], ...spec },
});

export const ingress = (name: string, port: object = { name: 'web' }) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'shop' },
  spec: { defaultBackend: { service: { name, port } } },
});
