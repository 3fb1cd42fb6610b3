import { DEFAULT_NAMESPACE, groupOf } from '../../facts';
import { isLabelSelector, ownField, selectorMatches, selectorText } from '../../values';
import type { Cluster } from '../input/cluster';
import { customList, kindIn, kindKey, namespaceNamed, namespaceOf } from '../input/placed';
import { edgeRule, referencesIn, targetOf } from '../rule/edge-rules';
import { deployment, service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { hostsMeet } from './hosts';

const PAGE = 'https://gateway-api.sigs.k8s.io/';
const GROUP = 'gateway.networking.k8s.io';
const gateway = (namespace = 'shop', listener: object = {}) => ({
  apiVersion: `${GROUP}/v1`,
  kind: 'Gateway',
  metadata: { name: 'web', namespace },
  spec: { gatewayClassName: 'nginx', listeners: [{ name: 'http', port: 80, protocol: 'HTTP', ...listener }] },
});
const route = (parent: object = {}, backend: object = {}, spec: object = {}) => ({
  apiVersion: `${GROUP}/v1`,
  kind: 'HTTPRoute',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: {
    parentRefs: [{ name: 'web', ...parent }],
    rules: [{ backendRefs: [{ name: 'shop', port: 80, ...backend }] }],
    ...spec,
  },
});
const inShop = [deployment(), service()].map((one) => ({ ...one, metadata: { name: 'shop', namespace: 'shop' } }));

export const routeTarget = edgeRule({
  id: 'route-target-unknown',
  message: 'the Gateway, listener, Service or port of a route does not exist',
  why: 'A route without its Gateway is served by nothing, and a rule without its Service responds with an error.',
  hint: 'reference an existing one, or declare one that is created elsewhere as external',
  source: `${PAGE}api-types/httproute/`,
  refused: [...inShop, gateway(), route({ sectionName: 'https' })],
  accepted: [...inShop, gateway(), route({ sectionName: 'http' })],
});

export const routeNotAdmitted: ReferenceRule = {
  id: 'route-not-admitted',
  isConflict: true,
  message: 'Gateway "web" allows no routes from namespace shop',
  why: 'A Gateway serves the routes that one of its listeners allows: those of its own namespace, unless allowedRoutes says more, of a kind for its protocol, and with a hostname that it has too.',
  hint: 'set allowedRoutes of the listener, or use a hostname of it',
  source: `${PAGE}concepts/security-model/`,
  refused: [...inShop, gateway('infra'), route({ namespace: 'infra' })],
  accepted: [
    ...inShop,
    gateway('infra', { allowedRoutes: { namespaces: { from: 'All' } } }),
    route({ namespace: 'infra' }),
  ],
  on: 'any',
  check: ({ object, document }, cluster) => {
    if (!isRoute(object)) return [];
    const own = namespaceOf(object);
    const parents = referencesIn('route-target-unknown', { object, document }).filter(({ to }) =>
      to.endsWith('/Gateway'),
    );
    return parents.flatMap((reference): Dangling[] => {
      const target = targetOf(reference, own, cluster);
      const section = reference.parts[0]?.value;
      const named = `${section === undefined ? '' : `listener ${JSON.stringify(section)} of `}Gateway ${JSON.stringify(reference.name)}`;
      const ofSection = customList(target?.spec?.listeners).filter(
        (one) => section === undefined || one?.name === section,
      );
      const port = object.spec.parentRefs[indexIn(reference.field)]?.port;
      const listeners = ofSection.filter((one) => port === undefined || one?.port === port);
      if (ofSection.length === 0) return [];
      const wrong = (what: string, hint?: string, certainty: Dangling['certainty'] = 'wrong'): Dangling[] => [
        { field: reference.field, message: `${named} ${what}`, ...(hint && { hint }), certainty },
      ];
      if (listeners.length === 0) {
        const ports = ofSection.map((one) => `${one?.name} on port ${one?.port}`);
        return wrong(`has no listener on port ${port}`, `its listeners are ${ports.join(', ')}`);
      }
      const open = listeners.filter((one) => allowsNamespace(one, own, namespaceOf(target), cluster));
      // A route without a namespace may be applied in that of the Gateway.
      const isElsewhere = !object.metadata?.namespace && target.metadata?.namespace;
      if (open.length === 0) {
        const certainty = isElsewhere || isOpenTo(listeners, cluster.labelsOfNamespace(own)) ? 'likely' : 'wrong';
        const hint = hintOfNamespace(listeners, own, namespaceOf(target), cluster);
        return wrong(`allows no routes from namespace ${own || DEFAULT_NAMESPACE}`, hint, certainty);
      }
      const ofKind = open.filter((one) => allowsKind(one, object));
      if (ofKind.length === 0) return wrong(`allows no ${object.kind}`, hintOfKind(open, object.kind));
      const hostnames = customList(object.spec?.hostnames).filter((one) => typeof one === 'string');
      return hostnames.length === 0 || ofKind.some((one) => sharesHostname(one, hostnames))
        ? []
        : wrong(
            `has none of the hostnames ${hostnames.join(', ')}`,
            `its hostnames are ${ofKind.map((one) => one?.hostname).join(', ')}`,
          );
    });
  },
};

function indexIn(field: string): number {
  return Number(/\[(\d+)\]/.exec(field)?.[1]);
}

function isRoute(object: any): boolean {
  return groupOf(String(object?.apiVersion ?? '')) === GROUP && String(object.kind).endsWith('Route');
}

function allowsNamespace(listener: any, own: string, ofGateway: string, cluster: Cluster): boolean {
  const { from = 'Same', selector } = listener?.allowedRoutes?.namespaces ?? {};
  if (from === 'All') return true;
  if (from === 'Same') return own === ofGateway;
  // The labels of a namespace that is not in the input are not known.
  if (cluster.find('/Namespace', null, own) === undefined) return true;
  return !isLabelSelector(selector ?? {}) || selectorMatches(selector ?? {}, cluster.labelsOfNamespace(own));
}

/** What a namespace lacks for a selector of a listener, or which namespace the listeners allow. */
function hintOfNamespace(listeners: readonly any[], own: string, ofGateway: string, cluster: Cluster): string {
  const selectors = listeners.flatMap((one) => {
    const { from, selector } = one?.allowedRoutes?.namespaces ?? {};
    return from === 'Selector' ? [selector ?? {}] : [];
  });
  if (selectors.length === 0)
    return `set allowedRoutes.namespaces of the listener, which allows routes of namespace ${ofGateway || DEFAULT_NAMESPACE} only`;
  const labels = cluster.labelsOfNamespace(own);
  const unmet = selectors.map((one) => selectorText(unmetOf(one, labels)));
  return `allowedRoutes of the listener selects ${[...new Set(unmet)].join(' or ')}, which the labels of Namespace ${JSON.stringify(own || DEFAULT_NAMESPACE)} do not match`;
}

function unmetOf({ matchLabels, matchExpressions }: any, labels: Readonly<Record<string, string>>) {
  return {
    matchLabels: Object.fromEntries(
      Object.entries<string>(matchLabels ?? {}).filter(([key, one]) => labels[key] !== one),
    ),
    matchExpressions: customList(matchExpressions).filter(
      (one: any) => !selectorMatches({ matchExpressions: [one] }, labels),
    ),
  };
}

/** Whether a listener selects labels of namespaces that the Namespace does not set, and that others may add. */
function isOpenTo(listeners: readonly any[], labels: Readonly<Record<string, string>>): boolean {
  return listeners.some((one) => {
    const { from, selector } = one?.allowedRoutes?.namespaces ?? {};
    const { matchLabels, matchExpressions } = unmetOf(selector ?? {}, labels);
    const keys = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)];
    return from === 'Selector' && keys.every((key) => labels[key] === undefined);
  });
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  HTTP: ['HTTPRoute', 'GRPCRoute'],
  HTTPS: ['HTTPRoute', 'GRPCRoute'],
  TLS: ['TLSRoute', 'TCPRoute'],
  TCP: ['TCPRoute'],
  UDP: ['UDPRoute'],
};

/** What the kinds of a listener follow from. */
function hintOfKind(listeners: readonly any[], kind: string): string {
  const kinds = listeners.flatMap((one) => customList(one?.allowedRoutes?.kinds).map((each) => each?.kind));
  if (kinds.length > 0) {
    return `add ${kind} to allowedRoutes.kinds of the listener, which has ${[...new Set(kinds)].join(', ')}`;
  }
  const protocols = Object.keys(KINDS).filter((protocol) => KINDS[protocol]!.includes(kind));
  return `its protocol is ${listeners.map((one) => one?.protocol).join(', ')}; a ${kind} needs ${protocols.join(' or ')}`;
}

function allowsKind(listener: any, { kind }: any): boolean {
  const kinds = customList(listener?.allowedRoutes?.kinds);
  if (kinds.length > 0) return kinds.some((one) => one?.kind === kind);
  return ownField(KINDS, listener?.protocol)?.includes(kind) ?? true;
}

function sharesHostname(listener: any, hostnames: readonly string[]): boolean {
  const hostname = listener?.hostname;
  if (typeof hostname !== 'string' || hostname === '') return true;
  return hostnames.some((one) => hostsMeet(hostname, one));
}

const other = { ...service(), metadata: { name: 'shop', namespace: 'other' } };
const otherPods = { ...deployment(), metadata: { name: 'shop', namespace: 'other' } };
const grant = {
  apiVersion: `${GROUP}/v1beta1`,
  kind: 'ReferenceGrant',
  metadata: { name: 'shop', namespace: 'other' },
  spec: { from: [{ group: GROUP, kind: 'HTTPRoute', namespace: 'shop' }], to: [{ group: '', kind: 'Service' }] },
};

export const referenceGrant: ReferenceRule = {
  id: 'reference-grant-missing',
  message: 'no ReferenceGrant in namespace other allows this reference to Service "shop"',
  why: 'A reference to an object of another namespace works when a ReferenceGrant there allows it.',
  severity: 'warning',
  hint: 'add a ReferenceGrant to the namespace of the target; in a program referenceGrants: true of the HttpRoute does so',
  source: `${PAGE}api-types/referencegrant/`,
  refused: [otherPods, other, gateway(), route({}, { namespace: 'other' })],
  accepted: [otherPods, other, gateway(), route({}, { namespace: 'other' }), grant],
  on: 'any',
  check: ({ object, document }, cluster) => {
    if (groupOf(String(object?.apiVersion ?? '')) !== GROUP) return [];
    const own = namespaceOf(object);
    return referencesIn('route-target-unknown', { object, document }).flatMap(
      ({ to, name, namespace, field }): Dangling[] => {
        // Listeners say which routes they allow, and a mesh needs no grant for the routes of its clients.
        if (namespace === undefined || namespaceNamed(namespace) === own || field.startsWith('spec.parentRefs'))
          return [];
        const isGranted = cluster
          .all(`${GROUP}/ReferenceGrant`, namespace)
          .some(({ object: { spec } }) => grants(spec, object, own, to, name));
        const target = `${kindIn(to)} ${JSON.stringify(name)}`;
        const message = `no ReferenceGrant in namespace ${namespace} allows this reference to ${target}`;
        if (isGranted) return [];
        const hint = nearGrant(object, { to, name, namespace }, cluster);
        // Who owns the namespace grants access to it.
        const isOwned = hint !== undefined || cluster.owns(namespace);
        return [{ field, message, ...(hint && { hint }), certainty: isOwned ? 'likely' : 'external' }];
      },
    );
  },
};

function grants(spec: any, { apiVersion, kind }: any, own: string, to: string, name: string): boolean {
  const isFrom = (one: any) =>
    `${one?.group ?? ''}/${one?.kind}` === kindKey(apiVersion, kind) && namespaceNamed(one?.namespace) === own;
  const isTo = (one: any) =>
    `${one?.group ?? ''}/${one?.kind}` === to && (one?.name === undefined || one.name === name);
  return customList(spec?.from).some(isFrom) && customList(spec?.to).some(isTo);
}

/** What is wrong with a grant that is nearly for a reference: one of its sides, or its namespace. */
function nearGrant(
  { apiVersion, kind, metadata }: any,
  { to, name, namespace }: { readonly to: string; readonly name: string; readonly namespace: string },
  cluster: Cluster,
): string | undefined {
  const own = metadata?.namespace ?? DEFAULT_NAMESPACE;
  const object = { apiVersion, kind };
  for (const { object: grant } of cluster.all(`${GROUP}/ReferenceGrant`)) {
    const { spec } = grant;
    const named = `ReferenceGrant ${JSON.stringify(grant.metadata?.name)}`;
    const of = (from: unknown, target: unknown) => grants({ from, to: target }, object, namespaceNamed(own), to, name);
    const isFrom = of(spec?.from, [{ group: to.split('/')[0], kind: to.split('/')[1] }]);
    const isTo = of([{ group: groupOf(String(apiVersion)), kind, namespace: own }], spec?.to);
    if (namespaceOf(grant) !== namespaceNamed(namespace)) {
      if (!isFrom || !isTo) continue;
      return `${named} is in namespace ${grant.metadata?.namespace ?? DEFAULT_NAMESPACE}; it must be in ${namespace}, the namespace of the target`;
    }
    const target = `${to.split('/')[1]} ${JSON.stringify(name)}`;
    if (isFrom) {
      const allowed = customList(spec?.to).map((one) =>
        one?.name === undefined ? one?.kind : `${one.kind} ${JSON.stringify(one.name)}`,
      );
      return `${named} allows references to ${allowed.join(', ')}, not to ${target}`;
    }
    const near = customList(spec?.from).find(
      (one) => one && (one.kind === kind || namespaceNamed(one.namespace) === namespaceNamed(own)),
    );
    if (!isTo || near === undefined) continue;
    return near.kind === kind && near.namespace === own
      ? `${named} is for ${kind} of the API group ${JSON.stringify(near.group ?? '')}, which is ${JSON.stringify(groupOf(String(apiVersion)))}`
      : `${named} is for ${near.kind} of namespace ${near.namespace}, not for ${kind} of namespace ${own}`;
  }
  return undefined;
}
