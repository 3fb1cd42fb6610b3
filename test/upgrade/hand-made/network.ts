import { changesOf } from './change';

const service = (spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }], ...spec },
});
const ingress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec: {
    ingressClassName: 'nginx',
    rules: [
      {
        host: 'a.example.com',
        http: {
          paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
        },
      },
    ],
  },
};
const slice = {
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'web', labels: { 'kubernetes.io/service-name': 'web' } },
  addressType: 'IPv4',
  endpoints: [{ addresses: ['192.0.2.1'] }],
  ports: [{ name: 'http', port: 80 }],
};
const policy = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'web' },
  spec: { podSelector: { matchLabels: { app: 'web' } }, ingress: [{ ports: [{ port: 80 }] }] },
};

export const NETWORK_CHANGES = [
  ...changesOf(service(), {
    'another port': { 'spec.ports[0].port': 8080 },
    'another target': { 'spec.ports[0].targetPort': 'http' },
    'a second port': { 'spec.ports[1]': { name: 'https', port: 443 } },
    'a second port without a name': [{ 'spec.ports[0].name': undefined }, { 'spec.ports[1]': { port: 443 } }],
    'the same port for UDP too': { 'spec.ports[1]': { name: 'dns', port: 80, protocol: 'UDP' } },
    'a port moved to UDP': { 'spec.ports[0].protocol': 'UDP' },
    'another selector': { 'spec.selector': { app: 'shop' } },
    NodePort: { 'spec.type': 'NodePort' },
    LoadBalancer: { 'spec.type': 'LoadBalancer' },
    ExternalName: { 'spec.type': 'ExternalName', 'spec.externalName': 'a.example.com' },
    'ExternalName without the rest': {
      spec: { type: 'ExternalName', externalName: 'a.example.com' },
    },
    headless: { 'spec.clusterIP': 'None' },
    'an address': { 'spec.clusterIP': '10.0.12.34' },
    'session affinity': { 'spec.sessionAffinity': 'ClientIP' },
    'dual stack': { 'spec.ipFamilyPolicy': 'PreferDualStack' },
    'requires dual stack': { 'spec.ipFamilyPolicy': 'RequireDualStack' },
    IPv6: { 'spec.ipFamilies': ['IPv6'] },
    'internal traffic stays on the node': { 'spec.internalTrafficPolicy': 'Local' },
    'external traffic policy of a ClusterIP': { 'spec.externalTrafficPolicy': 'Local' },
    'a node port of a ClusterIP': { 'spec.ports[0].nodePort': 30123 },
  }),
  ...changesOf(service({ clusterIP: 'None' }), {
    'no longer headless': { 'spec.clusterIP': undefined },
    'headless to NodePort': { 'spec.clusterIP': undefined, 'spec.type': 'NodePort' },
    'headless to an address': { 'spec.clusterIP': '10.0.12.35' },
  }),
  ...changesOf(service({ type: 'NodePort' }), {
    'NodePort to ClusterIP': { 'spec.type': 'ClusterIP' },
    'NodePort without a type': { 'spec.type': undefined },
    'a fixed node port': { 'spec.ports[0].nodePort': 30124 },
    'a node port out of range': { 'spec.ports[0].nodePort': 80 },
    'local traffic': { 'spec.externalTrafficPolicy': 'Local' },
    'NodePort to headless': { 'spec.type': 'ClusterIP', 'spec.clusterIP': 'None' },
  }),
  ...changesOf(service({ type: 'LoadBalancer', loadBalancerClass: 'example.com/a' }), {
    'another class of load balancer': { 'spec.loadBalancerClass': 'example.com/b' },
    'no class of load balancer': { 'spec.loadBalancerClass': undefined },
    'no load balancer': { 'spec.type': 'ClusterIP', 'spec.loadBalancerClass': undefined },
    'no load balancer, but its class': { 'spec.type': 'ClusterIP' },
    'no node ports': { 'spec.allocateLoadBalancerNodePorts': false },
    'allowed ranges': { 'spec.loadBalancerSourceRanges': ['10.0.0.0/8'] },
  }),
  ...changesOf(service({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' }), {
    'another health check port': [{ 'spec.healthCheckNodePort': 30777 }, { 'spec.healthCheckNodePort': 30778 }],
    'traffic policy Cluster': { 'spec.externalTrafficPolicy': 'Cluster' },
    'traffic policy Cluster, but a health check port': [
      { 'spec.healthCheckNodePort': 30779 },
      { 'spec.externalTrafficPolicy': 'Cluster' },
    ],
    'traffic policy Cluster without the health check port': [
      { 'spec.healthCheckNodePort': 30780 },
      { 'spec.externalTrafficPolicy': 'Cluster', 'spec.healthCheckNodePort': undefined },
    ],
  }),
  ...changesOf(
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'db' },
      spec: { type: 'ExternalName', externalName: 'a.example.com' },
    },
    {
      'ExternalName to ClusterIP': { spec: { selector: { app: 'db' }, ports: [{ port: 5432 }] } },
      'another external name': { 'spec.externalName': 'b.example.com' },
    },
  ),
  ...changesOf(ingress, {
    'another host': { 'spec.rules[0].host': 'b.example.com' },
    'another class': { 'spec.ingressClassName': 'traefik' },
    TLS: { 'spec.tls': [{ hosts: ['a.example.com'], secretName: 'tls' }] },
    'the class also as an annotation': { 'metadata.annotations': { 'kubernetes.io/ingress.class': 'nginx' } },
    'a path without a slash': { 'spec.rules[0].http.paths[0].path': 'api' },
    'the port by name too': { 'spec.rules[0].http.paths[0].backend.service.port.name': 'http' },
  }),
  ...changesOf(
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: { name: 'c' },
      spec: { controller: 'example.com/a' },
    },
    {
      'another controller': { 'spec.controller': 'example.com/b' },
      'the default class': { 'metadata.annotations': { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
    },
  ),
  ...changesOf(slice, {
    'another address': { 'endpoints[0].addresses': ['192.0.2.2'] },
    'another type of address': { addressType: 'IPv6', 'endpoints[0].addresses': ['2001:db8::1'] },
    'a second port of the same name': { 'ports[1]': { name: 'http', port: 81 } },
  }),
  ...changesOf(policy, {
    'another port': { 'spec.ingress[0].ports[0].port': 443 },
    'a range the wrong way': { 'spec.ingress[0].ports[0].endPort': 70 },
    egress: { 'spec.policyTypes': ['Ingress', 'Egress'] },
  }),
  ...changesOf(
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'ServiceCIDR',
      metadata: { name: 'more' },
      spec: { cidrs: ['10.NN.0.0/24'] },
    },
    {
      'another range': { 'spec.cidrs': ['10.9.0.0/24'] },
      'a second range': { 'spec.cidrs[1]': '2001:db8::/112' },
      'one range less': [{ 'spec.cidrs[1]': '2001:db8:1::/112' }, { 'spec.cidrs[1]': undefined }],
      'another second range': [{ 'spec.cidrs[1]': '2001:db8:2::/112' }, { 'spec.cidrs[1]': '2001:db8:3::/112' }],
    },
  ),
];
