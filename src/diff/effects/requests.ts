import { appliedNamespaceOf, isKind } from '../../facts';
import { ownField } from '../../values';

/** Requests that an object leads to Services. */
export interface Requests {
  /** Empty for any host. */
  readonly host: string;
  readonly path: string;
  /** A pattern is one of a controller, such as a regular expression. */
  readonly match: 'exact' | 'prefix' | 'pattern';
  /** Namespaces and names. */
  readonly services: readonly string[];
}

/** The requests of an Ingress or an HTTPRoute; none of other objects. */
export function requestsOf(object: any): Requests[] {
  if (isKind(object, 'networking.k8s.io/Ingress')) return ofIngress(object);
  return isKind(object, 'gateway.networking.k8s.io/HTTPRoute') ? ofRoute(object) : [];
}

function ofIngress(object: any): Requests[] {
  const namespace = appliedNamespaceOf(object);
  const servicesOf = (backend: any) => (backend?.service === undefined ? [] : [`${namespace}/${backend.service.name}`]);
  const { rules = [], defaultBackend } = object.spec ?? {};
  const all: Requests = { host: '', path: '/', match: 'prefix', services: servicesOf(defaultBackend) };
  return [
    ...(defaultBackend === undefined ? [] : [all]),
    ...rules.flatMap((rule: any) =>
      (rule?.http?.paths ?? []).map(
        ({ path = '/', pathType, backend }: any): Requests => ({
          host: rule.host ?? '',
          path: path === '' ? '/' : path,
          match: pathType === 'Exact' ? 'exact' : PATTERN.test(path) ? 'pattern' : 'prefix',
          services: servicesOf(backend),
        }),
      ),
    ),
  ];
}

const MATCHES: Readonly<Record<string, Requests['match']>> = { Exact: 'exact', RegularExpression: 'pattern' };

function ofRoute(object: any): Requests[] {
  const { hostnames, rules } = object.spec ?? {};
  const hosts: string[] = (hostnames ?? []).length === 0 ? [''] : hostnames;
  return ((rules ?? []) as any[]).flatMap(({ matches, backendRefs }) => {
    const services = ((backendRefs ?? []) as any[])
      .filter(({ kind = 'Service' }) => kind === 'Service')
      .map(({ namespace = appliedNamespaceOf(object), name }) => `${namespace}/${name}`);
    const paths: any[] = (matches ?? []).length === 0 ? [{}] : matches;
    return paths.flatMap(({ path: { type = 'PathPrefix', value = '/' } = {} }: any) =>
      hosts.map((host): Requests => ({ host, path: value, match: ownField(MATCHES, type) ?? 'prefix', services })),
    );
  });
}

/** Characters of regular expressions, which some controllers take in paths. */
const PATTERN = /[()[\]{}*+?|^$\\]/;

/** Whether all requests of the second are requests of the first; for patterns, whether they may be. */
export function servesAll(one: Requests, other: Requests): boolean {
  return containsHost(one.host, other.host) && containsPath(one, other);
}

/** Whether a host, or those of a wildcard, contain another one. */
export function containsHost(host: string, other: string): boolean {
  if (host === '' || host === other) return true;
  return host.startsWith('*.') && other.slice(other.indexOf('.')) === host.slice(1);
}

function containsPath(one: Requests, other: Requests): boolean {
  if (one.match === 'pattern' || other.match === 'pattern') {
    const [begin, otherBegin] = [one, other].map(({ path }) => path.split(PATTERN)[0]!);
    return begin!.startsWith(otherBegin!) || otherBegin!.startsWith(begin!);
  }
  if (one.match === 'exact') return other.match === 'exact' && one.path === other.path;
  const [prefix, path] = [one.path, other.path].map((text) => text.replace(/\/$/, ''));
  return path === prefix || path!.startsWith(`${prefix}/`);
}
