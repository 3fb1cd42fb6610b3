import { edgeRule } from './edge-rules';
import { deployment, service } from './examples';
import type { Dangling, ReferenceRule } from './reference-rule';
import { selectionRule } from './selection-rules';

const SERVICES = 'https://kubernetes.io/docs/concepts/services-networking/service/';

export const serviceSelector = selectionRule({
  id: 'service-selects-nothing',
  message: 'no pods match the selector',
  why: 'A Service whose selector matches no pods has no endpoints, and connections to it are refused.',
  severity: 'warning',
  hint: 'use the labels of the pod template in the selector',
  source: SERVICES,
  refused: [deployment(), service({ selector: { app: 'shopp' } })],
  accepted: [deployment(), service()],
});

export const endpointService = edgeRule({
  id: 'endpoint-service-unknown',
  message: 'the Service of the endpoints does not exist',
  why: 'Endpoints are of the Service whose name they have; without it, nothing sends traffic to them.',
  severity: 'warning',
  hint: 'use the name of the Service, in the label kubernetes.io/service-name or as the name of the Endpoints',
  source: `${SERVICES}#services-without-selectors`,
  refused: [endpointSlice('shopp'), service({ selector: undefined })],
  accepted: [endpointSlice('shop'), service({ selector: undefined })],
});

function endpointSlice(name: string) {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'shop-1', labels: { 'kubernetes.io/service-name': name } },
    addressType: 'IPv4',
    ports: [{ name: 'web', port: 8080 }],
    endpoints: [{ addresses: ['10.1.2.3'] }],
  };
}

export const selectorIgnored: ReferenceRule = {
  id: 'service-selector-ignored',
  message: 'the selector has no effect: the type of the Service is ExternalName',
  why: 'A Service of the type ExternalName is an alias in DNS; it selects no pods and has no ports.',
  severity: 'warning',
  hint: 'remove the selector, or use another type',
  source: `${SERVICES}#externalname`,
  refused: [deployment(), service({ type: 'ExternalName', externalName: 'shop.example.com' })],
  accepted: [deployment(), service({ type: 'ExternalName', externalName: 'shop.example.com', selector: undefined })],
  on: '/Service',
  check: ({ object }) =>
    object.spec?.type === 'ExternalName' && Object.keys(object.spec.selector ?? {}).length > 0
      ? [
          {
            field: 'spec.selector',
            message: 'the selector has no effect: the type of the Service is ExternalName',
            certainty: 'likely',
          },
        ]
      : [],
};

export const nodePortTwice: ReferenceRule = {
  id: 'node-port-twice',
  message: 'another Service uses the same node port',
  why: 'A node port can be used by one Service in the cluster only; the server rejects the second one.',
  hint: 'use another port, or omit it to have one allocated',
  source: `${SERVICES}#type-nodeport`,
  refused: [
    service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080, targetPort: 'http' }] }, 'a'),
    service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080, targetPort: 'http' }] }, 'b'),
    deployment(),
  ],
  accepted: [service({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080, targetPort: 'http' }] }), deployment()],
  on: '/Service',
  check: ({ object, document }, cluster) =>
    nodePortsOf(object).flatMap(({ field, port, protocol }): Dangling[] => {
      const earlier = cluster
        .all('/Service')
        .find(
          (other) =>
            other.document < document &&
            !isSame(other.object, object) &&
            nodePortsOf(other.object).some((one) => one.port === port && one.protocol === protocol),
        );
      return earlier === undefined
        ? []
        : [
            {
              field,
              message: `node port ${port} is already used by Service ${JSON.stringify(earlier.object.metadata?.name)}`,
              certainty: 'wrong',
            },
          ];
    }),
};

/** Node ports of a Service: those of its ports, and the one of the health check. */
function nodePortsOf({ spec }: any): { readonly field: string; readonly port: number; readonly protocol: string }[] {
  const ofPorts = (spec?.ports ?? []).map((port: any, index: number) => ({
    field: `spec.ports[${index}].nodePort`,
    port: port?.nodePort,
    protocol: port?.protocol ?? 'TCP',
  }));
  const health = { field: 'spec.healthCheckNodePort', port: spec?.healthCheckNodePort, protocol: 'TCP' };
  return [...ofPorts, health].filter(({ port }) => typeof port === 'number' && port !== 0);
}

/** The same object twice is a finding of its own. */
function isSame(one: any, other: any): boolean {
  return one.metadata?.name === other.metadata?.name && one.metadata?.namespace === other.metadata?.namespace;
}

export const clusterIpTwice: ReferenceRule = {
  id: 'cluster-ip-twice',
  message: 'another Service has the same cluster IP',
  why: 'An IP address of a cluster belongs to one Service; the server rejects the second one.',
  hint: 'omit clusterIP to have an address allocated',
  source: `${SERVICES}#choosing-your-own-ip-address`,
  refused: [service({ clusterIP: '10.96.0.50' }, 'a'), service({ clusterIP: '10.96.0.50' }, 'b'), deployment()],
  accepted: [service({ clusterIP: '10.96.0.50' }), deployment()],
  on: '/Service',
  check: ({ object, document }, cluster) =>
    addressesOf(object).flatMap(({ field, address }): Dangling[] => {
      const earlier = cluster
        .all('/Service')
        .find(
          (other) =>
            other.document < document &&
            !isSame(other.object, object) &&
            addressesOf(other.object).some((one) => one.address === address),
        );
      return earlier === undefined
        ? []
        : [
            {
              field,
              message: `${address} is already the cluster IP of Service ${JSON.stringify(earlier.object.metadata?.name)}`,
              certainty: 'wrong',
            },
          ];
    }),
};

function addressesOf({ spec }: any): { readonly field: string; readonly address: string }[] {
  const all = [
    { field: 'spec.clusterIP', address: spec?.clusterIP },
    ...(spec?.clusterIPs ?? [])
      .slice(spec?.clusterIP === undefined ? 0 : 1)
      .map((address: unknown, index: number) => ({ field: `spec.clusterIPs[${index}]`, address })),
  ];
  return all.filter(({ address }) => typeof address === 'string' && address !== '' && address !== 'None');
}
