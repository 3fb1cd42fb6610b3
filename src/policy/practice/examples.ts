/** A Deployment that follows every best practice of a single object except for what the example changes. */
export function deploymentWith(spec: object, container: object = {}, podSpec: object = {}): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'shop' } },
      template: {
        metadata: { labels: { app: 'shop' } },
        spec: {
          containers: [
            {
              name: 'shop',
              image: 'ghcr.io/acme/shop:1.4.2',
              resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
              livenessProbe: { httpGet: { path: '/', port: 80 } },
              readinessProbe: { httpGet: { path: '/', port: 80 } },
              ...container,
            },
          ],
          ...podSpec,
        },
      },
      ...spec,
    },
  };
}
