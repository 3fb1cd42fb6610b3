import type { Cluster } from './cluster';
import { deployment, service } from './examples';
import type { Placed } from './placed';
import type { ReferenceRule } from './reference-rule';

const SERVICES = 'https://kubernetes.io/docs/concepts/services-networking/service/';
const onNode = (name: string, nodePort: number) =>
  service({ type: 'NodePort', ports: [{ port: 80, nodePort, targetPort: 'http' }] }, name);

export const nodePortTwice: ReferenceRule = {
  id: 'node-port-twice',
  message: 'another Service uses the same node port',
  why: 'A node port can be used by one Service in the cluster only; the server rejects the second one.',
  hint: 'use another port, or omit it to have one allocated',
  source: `${SERVICES}#type-nodeport`,
  refused: [onNode('a', 30080), onNode('b', 30080), deployment()],
  accepted: [onNode('a', 30080), onNode('b', 30081), deployment()],
  on: '/Service',
  check: (subject, cluster) =>
    takenBefore(subject, nodePortsOf, cluster).map(({ field, value, by }) => ({
      field,
      message: `node port ${value.split(' ')[1]} is already used by Service ${JSON.stringify(by)}`,
      certainty: 'wrong',
    })),
};

export const clusterIpTwice: ReferenceRule = {
  id: 'cluster-ip-twice',
  message: 'another Service has the same cluster IP',
  why: 'An IP address of a cluster belongs to one Service; the server rejects the second one.',
  hint: 'omit clusterIP to have an address allocated',
  source: `${SERVICES}#choosing-your-own-ip-address`,
  refused: [service({ clusterIP: '10.96.0.50' }, 'a'), service({ clusterIP: '10.96.0.50' }, 'b'), deployment()],
  accepted: [service({ clusterIP: '10.96.0.50' }), deployment()],
  on: '/Service',
  check: (subject, cluster) =>
    takenBefore(subject, addressesOf, cluster).map(({ field, value, by }) => ({
      field,
      message: `${value} is already the cluster IP of Service ${JSON.stringify(by)}`,
      certainty: 'wrong',
    })),
};

/** What a Service takes for itself in the whole cluster. */
interface Taken {
  readonly field: string;
  readonly value: string;
}

/** What an earlier Service of the input takes too, with its name. */
function takenBefore(
  { object, document }: Placed,
  valuesOf: (service: any) => readonly Taken[],
  cluster: Cluster,
): (Taken & { readonly by: unknown })[] {
  const own = valuesOf(object);
  if (own.length === 0) return [];
  // The same object twice is a finding of its own.
  const earlier = cluster
    .all('/Service')
    .filter((other) => other.document < document && !isSame(other.object, object))
    .flatMap((other) => valuesOf(other.object).map(({ value }) => ({ value, by: other.object.metadata?.name })));
  return own.flatMap((one) => {
    const first = earlier.find(({ value }) => value === one.value);
    return first === undefined ? [] : [{ ...one, by: first.by }];
  });
}

/** Node ports of a Service: those of its ports, and the one of the health check. */
function nodePortsOf({ spec }: any): Taken[] {
  const ofPorts = (spec?.ports ?? []).map((port: any, index: number) => ({
    field: `spec.ports[${index}].nodePort`,
    port: port?.nodePort,
    protocol: port?.protocol ?? 'TCP',
  }));
  const health = { field: 'spec.healthCheckNodePort', port: spec?.healthCheckNodePort, protocol: 'TCP' };
  return [...ofPorts, health]
    .filter(({ port }) => typeof port === 'number' && port !== 0)
    .map(({ field, port, protocol }) => ({ field, value: `${protocol} ${port}` }));
}

function addressesOf({ spec }: any): Taken[] {
  const all = [
    { field: 'spec.clusterIP', value: spec?.clusterIP },
    ...(spec?.clusterIPs ?? [])
      .slice(spec?.clusterIP === undefined ? 0 : 1)
      .map((value: unknown, index: number) => ({ field: `spec.clusterIPs[${index}]`, value })),
  ];
  return all.filter(({ value }) => typeof value === 'string' && value !== '' && value !== 'None');
}

function isSame(one: any, other: any): boolean {
  return one.metadata?.name === other.metadata?.name && one.metadata?.namespace === other.metadata?.namespace;
}
