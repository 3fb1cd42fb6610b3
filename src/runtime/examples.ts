/** A Pod for the examples of the rules, which breaks no rule. */
export const pod = (container: object, spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'shop' },
  spec: { ...spec, containers: [{ name: 'shop', image: 'ghcr.io/acme/shop:1.4.2', ...container }] },
});

export const deployment = (container: object, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'shop' },
  spec: {
    selector: { matchLabels: { app: 'shop' } },
    template: { metadata: { labels: { app: 'shop' } }, spec: pod(container, spec).spec },
  },
});
