const requests = [
  {
    name: 'gpu',
    exactly: {
      deviceClassName: 'gpu.example.com',
      selectors: [{ cel: { expression: 'device.driver == "gpu.example.com"' } }],
      tolerations: [{ key: 'example.com/broken', operator: 'Exists', effect: 'NoExecute' }],
    },
  },
];

export const resourceClaim = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaim',
  metadata: { name: 'gpu' },
  spec: {
    devices: {
      requests,
      constraints: [{ requests: ['gpu'], matchAttribute: 'gpu.example.com/numa' }],
      config: [{ requests: ['gpu'], opaque: { driver: 'gpu.example.com', parameters: { mode: 'fast' } } }],
    },
  },
};

export const deviceClass = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'DeviceClass',
  metadata: { name: 'gpu.example.com' },
  spec: { selectors: [{ cel: { expression: 'device.driver == "gpu.example.com"' } }] },
};

export const resourceSlice = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceSlice',
  metadata: { name: 'node-1-gpu' },
  spec: {
    driver: 'gpu.example.com',
    nodeName: 'node-1',
    pool: { name: 'node-1', generation: 1, resourceSliceCount: 1 },
    devices: [
      {
        name: 'gpu-0',
        attributes: { model: { string: 'a100' } },
        capacity: { memory: { value: '40Gi' } },
      },
    ],
  },
};

/** A definition of the API group by the name of its type. */
export const definition = <Name extends string>(type: Name) => `io.k8s.api.resource.v1.${type}` as const;

/** Since the API of devices is on by default. */
export const SINCE = { since: '1.34' } as const;
