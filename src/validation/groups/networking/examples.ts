export const networkPolicy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'database' },
  spec: {
    podSelector: { matchLabels: { app: 'database' } },
    ingress: [
      {
        from: [
          { podSelector: { matchLabels: { app: 'web' } } },
          { ipBlock: { cidr: '10.1.0.0/16', except: ['10.1.2.0/24'] } },
        ],
        ports: [{ port: 5432, protocol: 'TCP' }],
      },
    ],
  },
};

export const ingress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec: {
    ingressClassName: 'nginx',
    tls: [{ hosts: ['web.example.com'], secretName: 'web-tls' }],
    rules: [
      {
        host: 'web.example.com',
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
        },
      },
    ],
  },
};

export const ingressClass = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IngressClass',
  metadata: { name: 'nginx' },
  spec: {
    controller: 'example.com/ingress',
    parameters: {
      apiGroup: 'example.com',
      kind: 'Parameters',
      name: 'nginx',
      scope: 'Namespace',
      namespace: 'default',
    },
  },
};

export const ipAddress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IPAddress',
  metadata: { name: '10.0.0.10' },
  spec: { parentRef: { resource: 'services', name: 'web', namespace: 'default' } },
};

export const serviceCidr = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'ServiceCIDR',
  metadata: { name: 'more' },
  spec: { cidrs: ['10.8.0.0/16', 'fd00:8::/64'] },
};
