import { appliedNamespaceOf, groupKindOf, isKind } from '../../facts';
import type { Consequence } from '../types';
import { firstOf } from './first-of';
import { containsHost, type Requests, requestsOf, servesAll } from './requests';

/** Kinds of others that bring requests to Services; what they match is theirs to define. */
const OTHERS =
  /\/(?:IngressRoute|IngressRouteTCP|VirtualService|HTTPProxy|Mapping|Route|GRPCRoute|TLSRoute|TCPRoute|ApisixRoute|TCPIngress)$/;
const GATEWAY = 'gateway.networking.k8s.io/Gateway';

/** Where requests from outside go afterwards, in all objects. */
export interface WaysIn {
  readonly requests: readonly Requests[];
  /** Hosts that certificates are for. */
  readonly certified: readonly string[];
  /** Text of the objects of other kinds. */
  readonly others: string;
  /** Namespaces and names of the Services. */
  readonly services: ReadonlySet<string>;
}

export function waysInOf(objects: readonly any[]): WaysIn {
  const others = objects.filter((object) => OTHERS.test(`/${groupKindOf(object)}`));
  return {
    requests: objects.flatMap(requestsOf),
    certified: objects.flatMap(certifiedBy),
    others: others.map((object) => JSON.stringify(object)).join('\n'),
    services: new Set(objects.filter((object) => isKind(object, 'Service')).map((object) => keyOf(object))),
  };
}

/** Requests from outside that an Ingress or a route no longer leads to a Service that stays. */
export function lostWaysIn(before: any, after: any, now: WaysIn): Consequence[] {
  const requests = lostRequests(before, now);
  if (after === undefined) return requests;
  if (isKind(after, GATEWAY)) return [...lostListeners(before, after), ...lostGatewayClass(before, after)];
  return [
    ...requests,
    ...lostCertificates(before, after, now),
    ...lostClass(before, after),
    ...lostParents(before, after),
  ];
}

function certifiedBy(object: any): string[] {
  if (!isKind(object, 'networking.k8s.io/Ingress')) return [];
  return ((object.spec?.tls ?? []) as any[]).flatMap(({ hosts }) => hosts ?? []);
}

function lostCertificates(before: any, after: any, { certified }: WaysIn): Consequence[] {
  const served = new Set(requestsOf(after).map(({ host }) => host));
  const lost = certifiedBy(before).filter(
    (host) => served.has(host) && !certified.some((other) => containsHost(other, host)),
  );
  if (lost.length === 0) return [];
  return [
    {
      effect: 'downtime',
      path: 'spec.tls',
      message: `no certificate is for ${[...new Set(lost)].join(', ')} any more, and HTTPS clients refuse that of the controller`,
      hint: 'keep spec.tls',
    },
  ];
}

function lostRequests(before: any, { requests, others, services }: WaysIn): Consequence[] {
  const lost = requestsOf(before)
    .filter((one) => one.services.some((service) => services.has(service)))
    .filter((one) => !requests.some((other) => servesAll(other, one)))
    // An object of another kind that names the host may serve it; one for any host may be anywhere.
    .filter(({ host }) => others === '' || (host !== '' && !others.includes(host)));
  if (lost.length === 0) return [];
  const shown = [...new Set(lost.map(({ host, path }) => `${host === '' ? 'any host' : host}${path}`))];
  return [
    {
      effect: 'downtime',
      path: 'spec.rules',
      message: `requests for ${firstOf(shown)} lead to no Service any more`,
      hint: 'keep the host and path until no client uses them',
    },
  ];
}

function lostListeners(before: any, after: any): Consequence[] {
  const [old, now] = [before, after].map(({ spec }) => (spec?.listeners ?? []) as any[]);
  const lost = old!.filter(
    ({ port, hostname = '' }) => !now!.some((one) => one.port === port && containsHost(one.hostname ?? '', hostname)),
  );
  return lost.map(({ port, hostname }) => ({
    effect: 'downtime',
    path: 'spec.listeners',
    message: `no listener has port ${port}${hostname === undefined ? '' : ` for ${hostname}`} any more`,
    hint: 'keep the listener until no client uses it',
  }));
}

function lostGatewayClass(before: any, after: any): Consequence[] {
  const [was, is] = [before, after].map(({ spec }) => spec?.gatewayClassName);
  if (was === is) return [];
  return [
    {
      effect: 'downtime',
      path: 'spec.gatewayClassName',
      message: `the controller of class ${was} no longer serves it; that of class ${is} does, at its own address`,
      hint: 'keep the class, or add a second Gateway with the new one and move the clients first',
    },
  ];
}

function lostClass(before: any, after: any): Consequence[] {
  if (!isKind(after, 'networking.k8s.io/Ingress')) return [];
  const [was, is] = [classOf(before), classOf(after)];
  if (was === undefined || was === is) return [];
  const next =
    is === undefined ? 'a default class is for new objects only' : `that of class ${is} does, at its own address`;
  return [
    {
      effect: 'downtime',
      path: 'spec.ingressClassName',
      message: `the ingress controller of class ${was} no longer serves it; ${next}`,
      hint: 'keep the class, or add a second Ingress with the new one and move the clients first',
    },
  ];
}

function classOf({ metadata, spec }: any): string | undefined {
  return spec?.ingressClassName ?? metadata?.annotations?.['kubernetes.io/ingress.class'];
}

function lostParents(before: any, after: any): Consequence[] {
  if (!isKind(after, 'gateway.networking.k8s.io/HTTPRoute')) return [];
  const parentsOf = ({ spec }: any) =>
    ((spec?.parentRefs ?? []) as any[]).map(({ kind = 'Gateway', namespace, name }) =>
      [kind, namespace === undefined ? name : `${namespace}/${name}`].join(' '),
    );
  const kept = new Set(parentsOf(after));
  return [...new Set(parentsOf(before))]
    .filter((parent) => !kept.has(parent))
    .map((parent) => ({
      effect: 'downtime',
      path: 'spec.parentRefs',
      message: `${parent} no longer sends requests to the Services of this HTTPRoute`,
      hint: 'keep it until clients use the address of another one',
    }));
}

function keyOf(object: any): string {
  return `${appliedNamespaceOf(object)}/${object.metadata?.name}`;
}
