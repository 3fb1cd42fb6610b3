const labels = { app: 'web' };

/** A pod template that matches {@link selector}, with changes to its spec and metadata. */
export const template = (spec: object = {}, metadata: object = { labels }) => ({
  metadata,
  spec: { containers: [{ name: 'web', image: 'nginx:1.27' }], ...spec },
});

export const selector = { matchLabels: labels };

const workload =
  (kind: string) =>
  (spec: object = {}) => ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name: 'web' },
    spec: { selector, template: template(), ...spec },
  });

export const deployment = workload('Deployment');
export const daemonSet = workload('DaemonSet');

const withService = workload('StatefulSet');
export const statefulSet = (spec: object = {}) => withService({ serviceName: 'web', ...spec });
