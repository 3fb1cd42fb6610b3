import { isKind } from '../../facts';
import { isEmptySelector } from '../../values';
import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { customList, namespaceNamed, namespaceOf, type Workload } from '../input/placed';
import { deployment, service } from '../rule/examples';
import { missingObject } from '../rule/missing';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { hostsMeet } from './hosts';

const GROUP = 'networking.istio.io';
const GATEWAY = `${GROUP}/Gateway`;
const DESTINATION_RULE = `${GROUP}/DestinationRule`;
const VIRTUAL_SERVICE = `${GROUP}/VirtualService`;
const AUTHORIZATION = 'security.istio.io/AuthorizationPolicy';
const virtualService = (destination: object) => ({
  apiVersion: `${GROUP}/v1`,
  kind: 'VirtualService',
  metadata: { name: 'shop' },
  spec: { hosts: ['shop.example.com'], http: [{ route: [{ destination }] }] },
});
const DESTINATIONS = [
  ...['http', 'tcp', 'tls'].map((protocol) => `spec.${protocol}[].route[].destination`),
  'spec.http[].mirror',
  'spec.http[].mirrors[].destination',
];

/** What objects of Istio refer to: Services by their host, subsets of them, Gateways, and service accounts of clients. */
export const meshTarget: ReferenceRule = {
  id: 'mesh-target-unknown',
  severity: 'warning',
  message: 'no Service "shopp"',
  why: 'A proxy answers requests to a Service, a port or a subset that does not exist with 503, and routes of a Gateway that does not exist are served by nothing. A policy that allows a service account that does not exist allows no client.',
  hint: 'use the name of the Service, as NAME or NAME.NAMESPACE.svc.cluster.local, one of its ports, and a subset of its DestinationRule',
  source: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/',
  refused: [deployment(), service(), virtualService({ host: 'shopp' })],
  accepted: [deployment(), service(), virtualService({ host: 'shop' })],
  on: [DESTINATION_RULE, GATEWAY, AUTHORIZATION, VIRTUAL_SERVICE],
  check: ({ object }, cluster) => {
    if (isKind(object, DESTINATION_RULE)) return unknownRule(object, cluster);
    if (isKind(object, GATEWAY)) return unknownCredentials(object, cluster);
    if (isKind(object, AUTHORIZATION)) return unknownPrincipals(object, cluster);
    const destinations = DESTINATIONS.flatMap((path) => valuesAt(object, path));
    const gateways = gatewaysOf(object, cluster);
    return [
      ...destinations.flatMap(({ value, field }) =>
        unknownDestination(value ?? {}, field, namespaceOf(object), cluster),
      ),
      ...unknownGateways(gateways, cluster),
      ...unservedHosts(object, gateways, cluster),
    ];
  },
};

/** Labels of nodes and networks, which Istio takes as labels of the endpoints. */
const OF_NODES = /^(?:topology\.(?:kubernetes|istio)\.io|failure-domain\.beta\.kubernetes\.io)\//;

/** A DestinationRule for a host that no Service has, or with a subset that no pods of it are in. */
function unknownRule(object: any, cluster: Cluster): Dangling[] {
  const own = namespaceOf(object);
  const { host, subsets } = object.spec ?? {};
  const unknown = unknownDestination({ host }, 'spec', own, cluster);
  const [name, of = own] = String(host ?? '').split('.');
  const service = unknown.length > 0 ? undefined : cluster.find('/Service', of, name);
  const selector = service?.spec?.selector ?? {};
  if (Object.keys(selector).length === 0 || cluster.selected(of, { matchLabels: selector }).length === 0)
    return unknown;
  return customList(subsets).flatMap((subset, index): Dangling[] => {
    const labels = Object.entries(subset?.labels ?? {}).filter(([key]) => !OF_NODES.test(key));
    const matchLabels = { ...selector, ...Object.fromEntries(labels) };
    if (cluster.selected(of, { matchLabels }).length > 0) return [];
    const message = `no pods of Service ${JSON.stringify(name)} have the labels of subset ${JSON.stringify(subset?.name)}`;
    const pods = cluster.selected(of, { matchLabels: selector });
    const shown = valuesOf(
      labels.map(([key]) => key),
      pods,
    );
    const hint = `use labels of the pod templates${shown}`;
    return [{ field: `spec.subsets[${index}].labels`, message, hint, certainty: 'likely' }];
  });
}

/** `; they have version=v1, version=v2`: the values of labels that pods have. */
function valuesOf(keys: readonly string[], pods: readonly Workload[]): string {
  const values = keys.flatMap((key) =>
    pods.flatMap(({ pod }) => pod.metadata?.labels?.[key] ?? []).map((value) => `${key}=${value}`),
  );
  return values.length === 0 ? '' : `; they have ${[...new Set(values)].sort().join(', ')}`;
}

function unknownDestination({ host, port, subset }: any, field: string, own: string, cluster: Cluster): Dangling[] {
  const [, name, namespace = own] = /^([^.]+)(?:\.([^.]+)\.svc(?:\.cluster\.local)?)?$/.exec(String(host ?? '')) ?? [];
  if (name === undefined) return [];
  const found = cluster.find('/Service', namespace, name);
  if (found === undefined) {
    if (cluster.all(`${GROUP}/ServiceEntry`).some(({ object }) => customList(object.spec?.hosts).includes(host)))
      return [];
    const missing = missingObject({ field: `${field}.host`, kind: '/Service', name, namespace }, cluster);
    return missing === undefined ? [] : [missing];
  }
  const ports: any[] = found.spec?.ports ?? [];
  const hasPort = port?.number === undefined || ports.length === 0 || ports.some((one) => one?.port === port.number);
  const noPort: Dangling[] = hasPort
    ? []
    : [
        {
          field: `${field}.port.number`,
          message: `Service ${JSON.stringify(name)} has no port ${port.number}`,
          certainty: 'wrong',
        },
      ];
  const rules = cluster.all(DESTINATION_RULE).filter(({ object }) => {
    const [service, of = namespaceOf(object)] = String(object.spec?.host ?? '').split('.');
    return service === name && namespaceNamed(of) === namespaceNamed(namespace);
  });
  const subsets: string[] = rules.flatMap(({ object }) =>
    customList(object.spec?.subsets).map((one) => String(one?.name)),
  );
  if (subset === undefined || subsets.includes(subset)) return noPort;
  const message = `no DestinationRule of Service ${JSON.stringify(name)} has a subset ${JSON.stringify(subset)}`;
  const hint = subsets.length === 0 ? undefined : `its subsets are ${subsets.join(', ')}`;
  return [...noPort, { field: `${field}.subset`, message, ...(hint && { hint }), certainty: 'likely' }];
}

/** Clients that a policy names by their service account: `cluster.local/ns/shop/sa/web`. */
function unknownPrincipals(object: any, cluster: Cluster): Dangling[] {
  return ['principals', 'notPrincipals']
    .flatMap((list) => valuesAt(object, `spec.rules[].from[].source.${list}[]`))
    .flatMap(({ value, field }): Dangling[] => {
      const [, namespace, name] = /^[^*]+\/ns\/([^/*]+)\/sa\/([^/*]+)$/.exec(String(value)) ?? [];
      if (namespace === undefined || name === undefined || name === 'default') return [];
      if (cluster.find('/ServiceAccount', namespace, name) !== undefined) return [];
      const missing = missingObject({ field, kind: '/ServiceAccount', name, namespace }, cluster);
      const hint = 'use the service account of the client';
      return missing === undefined ? [] : [{ hint, ...missing }];
    });
}

/** Secrets with the certificates of a Gateway, in the namespace of the proxies that it selects. */
function unknownCredentials(object: any, cluster: Cluster): Dangling[] {
  const selector = { matchLabels: object.spec?.selector ?? {} };
  if (isEmptySelector(selector)) return [];
  const namespaces = cluster.inNamespace.keys().filter((one) => cluster.selected(one, selector).length > 0);
  return ['credentialName', 'credentialNames[]']
    .flatMap((field) => valuesAt(object, `spec.servers[].tls.${field}`))
    .flatMap(({ value: name, field }): Dangling[] => {
      // `kubernetes-gateway://shop/web` is for a Gateway of the Gateway API.
      if (typeof name !== 'string' || name === '' || name.includes(':')) return [];
      const without = namespaces.find((one) => cluster.find('/Secret', one, name) === undefined);
      const missing =
        without !== undefined && missingObject({ field, kind: '/Secret', name, namespace: without }, cluster);
      return missing ? [{ hint: 'put the Secret into the namespace of the proxies of the Gateway', ...missing }] : [];
    });
}

/** A Gateway that a VirtualService names; `mesh` stands for all proxies. */
interface NamedGateway {
  readonly field: string;
  readonly name: string;
  readonly namespace: string;
  /** Undefined when the input does not have it. */
  readonly gateway: any;
}

function gatewaysOf(object: any, cluster: Cluster): NamedGateway[] {
  return valuesAt(object, 'spec.gateways[]').flatMap(({ value, field }) => {
    if (typeof value !== 'string' || value === 'mesh') return [];
    const [name = '', namespace = namespaceOf(object)] = value.split('/').reverse();
    return [{ field, name, namespace, gateway: cluster.find(GATEWAY, namespace, name) }];
  });
}

/** Gateways are usually shared, and in another input. */
function unknownGateways(gateways: readonly NamedGateway[], cluster: Cluster): Dangling[] {
  return gateways.flatMap(({ field, name, namespace, gateway }): Dangling[] => {
    if (gateway !== undefined || cluster.all(GATEWAY).length === 0) return [];
    const missing = missingObject({ field, kind: GATEWAY, name, namespace }, cluster);
    const hint = 'use the name of a Gateway in the same namespace, or NAMESPACE/NAME';
    return missing === undefined ? [] : [{ hint, ...missing }];
  });
}

/**
 * Hosts that no server of a Gateway has: `VirtualServiceHostNotFoundInGateway`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/#Server hosts
 */
function unservedHosts(object: any, gateways: readonly NamedGateway[], cluster: Cluster): Dangling[] {
  const hosts = customList(object.spec?.hosts).map(String);
  const isOnly = customList(object.spec?.gateways).length === 1;
  return gateways.flatMap(({ field, name, gateway }): Dangling[] => {
    const servers = customList(gateway?.spec?.servers);
    if (hosts.length === 0 || servers.length === 0 || cluster.isExternal(gateway)) return [];
    const served = servers.flatMap((server) => customList(server?.hosts).map(String));
    const here = served.flatMap((one) => hostFor(one, namespaceOf(object), namespaceOf(gateway)));
    // A name of a Service is completed.
    const isShort = (host: string) => host !== '*' && !host.includes('.');
    if (here.some((one) => hosts.some((host) => isShort(one) || isShort(host) || hostsMeet(one, host)))) return [];
    const message = `no server of Gateway ${JSON.stringify(name)} has the host ${hosts.map((host) => JSON.stringify(host)).join(' or ')}`;
    return [
      {
        field: isOnly ? 'spec.hosts[0]' : field,
        message,
        hint: `its hosts are ${served.join(', ') || 'none'}`,
        certainty: isOnly ? 'wrong' : 'likely',
      },
    ];
  });
}

/** A host of a server without its namespace, `.` for that of the Gateway; none when it is for another namespace. */
function hostFor(host: string, own: string, ofGateway: string): string[] {
  const [name = '', namespace = '*'] = host.split('/').reverse();
  const isHere = namespace === '*' || (namespace === '.' ? ofGateway : namespaceNamed(namespace)) === own;
  return isHere ? [name] : [];
}
