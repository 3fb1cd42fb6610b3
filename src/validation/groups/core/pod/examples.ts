import { textsFor } from '../../../rule';

/** The smallest pod that the server takes. */
export const POD = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] },
};

/** The smallest pod template. */
export const POD_TEMPLATE = {
  apiVersion: 'v1',
  kind: 'PodTemplate',
  metadata: { name: 'web' },
  template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx:1.27' }] } },
};

/** Writers of rule texts whose examples are edits of the smallest pod; `check` is a function of the server's sources. */
export const podTexts = (check: string) => textsFor(`${check} (pkg/apis/core/validation/validation.go)`, POD);
