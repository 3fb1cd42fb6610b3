/** A Service with one port. */
export const service = (spec: object = {}, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', ...metadata },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
});

export const servicePorts = (...ports: object[]) => service({ ports });

export const loadBalancer = (spec: object = {}) => service({ type: 'LoadBalancer', ...spec });

export const externalName = (spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { type: 'ExternalName', externalName: 'web.example.com', ...spec },
});

/** Any other object of the core group. */
export const object = (kind: string, fields: object = {}, name = 'example') => ({
  apiVersion: 'v1',
  kind,
  metadata: { name },
  ...fields,
});
