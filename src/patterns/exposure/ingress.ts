import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { networkingV1 } from '../../kubernetes';
import type { NetworkPeer } from '../../network';
import { RecordedConstruct } from '../../origin';
import { definedFields, entriesOf, under, userOf } from '../../pod';
import { checked, checkProps, type ReportIssue } from '../../props';
import { dns1123Subdomain } from '../../values';
import { metadataOf, type NamingProps, namingOf } from '../naming';
import { tlsAnnotations, tlsOf, tlsSecretOf } from './ingress-tls';
import { allowRoutes, checkRouteNamespace, type RouteTarget, serviceOf } from './route-target';
import {
  checkIngress,
  type IngressPathProps,
  type WorkloadIngressProps,
  withIngressDefaults,
} from './workload-ingress';

/** A path and its backend. */
export interface IngressPathRule extends Omit<IngressPathProps, 'port'> {
  /** @default all hosts of the Ingress */
  readonly host?: string;
  readonly to: RouteTarget;
}

/** Props of an Ingress. */
export interface IngressProps
  extends Omit<NamingProps, 'annotations'>,
    Omit<WorkloadIngressProps, 'host' | 'hosts' | 'paths' | 'from'> {
  /**
   * Peers that can connect to targets that have a `networkPolicy`: the pods of the controller, such as
   * `Peer.namespace('ingress-nginx')`.
   *
   * @default the peers of the platform, or Peer.anyone()
   */
  readonly from?: NetworkPeer | readonly NetworkPeer[];
  readonly rules: readonly IngressPathRule[];
}

/**
 * An Ingress for several Services.
 *
 * @example
 * new Ingress(chart, 'shop', {
 *   className: 'nginx',
 *   rules: [
 *     { host: 'shop.example.com', path: '/', to: shop },
 *     { host: 'shop.example.com', path: '/api', to: api },
 *   ],
 * });
 */
@checked('Ingress')
export class Ingress extends RecordedConstruct {
  public readonly ingress: ApiObject;

  /** @throws PropsError that lists every invalid prop. */
  public constructor(scope: Construct, id: string, props: IngressProps) {
    super(scope, id);
    let naming: ReturnType<typeof namingOf> | undefined;
    const hosts = [...new Set(props.rules.flatMap(({ host }) => host ?? []))];
    const own = withIngressDefaults(scope, id, { ...props, hosts }, true);
    let rules: networkingV1.IngressRule[] = [];
    checkProps(this, (reportIssue) => {
      naming = namingOf(this, own, dns1123Subdomain, reportIssue);
      const user = userOf(this, own.namespace);
      if (own.rules.length === 0) reportIssue('rules', 'must not be empty');
      const paths = own.rules.map(({ host = '', path, pathType }) => ({ path, pathType, host }));
      const seen = new Set<string>();
      for (const [index, { host, path }] of paths.entries()) {
        if (seen.has(`${host}${path}`))
          reportIssue(`rules[${index}]`, `${JSON.stringify(`${host}${path}`)} is already used`);
        seen.add(`${host}${path}`);
      }
      const unique = uniquePaths(paths);
      if (own.rules.length > 0)
        checkIngress({ ...own, hosts, paths: unique }, [], user, ofRules(own.rules, hosts, unique, reportIssue));
      rules = rulesManifest(own.rules, (target, index) => {
        checkRouteNamespace(user, target, under(reportIssue, `rules[${index}]`));
        return serviceOf(target, under(reportIssue, `rules[${index}]`));
      });
    });
    allowRoutes(
      own.rules.map(({ to }) => to),
      own.from,
    );
    this.ingress = new ApiObject(this, 'Ingress', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { ...metadataOf(naming!), annotations: { ...tlsAnnotations(tlsOf(own)), ...own.annotations } },
      spec: definedFields({
        ingressClassName: own.className || undefined,
        rules,
        tls: entriesOf(
          tlsOf(own).map((tls) =>
            definedFields({ hosts: [...(tls.hosts ?? hosts)], secretName: tlsSecretOf(tls, naming!.name) }),
          ),
        ),
      }),
    });
  }
}

/** Reports hosts and paths where the first rule has them. */
function ofRules(
  rules: readonly IngressPathRule[],
  hosts: readonly string[],
  paths: readonly IngressPathProps[],
  reportIssue: ReportIssue,
): ReportIssue {
  return (prop, message, hint) => {
    const [, list, index, field] = /^(hosts|paths)\[(\d+)\](?:\.(\w+))?$/.exec(prop) ?? [];
    if (list === undefined) return reportIssue(prop, message, hint);
    const rule = rules.findIndex(({ host, path, pathType }) => {
      const same = paths[Number(index)];
      return list === 'hosts' ? host === hosts[Number(index)] : path === same?.path && pathType === same.pathType;
    });
    reportIssue(`rules[${rule}].${field ?? (list === 'hosts' ? 'host' : 'path')}`, message, hint);
  };
}

function uniquePaths(paths: readonly IngressPathProps[]): IngressPathProps[] {
  return paths.filter(({ path }, index) => paths.findIndex((other) => other.path === path) === index);
}

function rulesManifest(
  rules: readonly IngressPathRule[],
  find: (target: RouteTarget, index: number) => { readonly name: string; readonly port: number },
): networkingV1.IngressRule[] {
  const byHost = new Map<string | undefined, networkingV1.HTTPIngressPath[]>();
  rules.forEach(({ host, path, pathType = 'Prefix', to }, index) => {
    const { name, port } = find(to, index);
    const paths = byHost.get(host) ?? [];
    paths.push({ path, pathType, backend: { service: { name, port: { number: port } } } });
    byHost.set(host, paths);
  });
  return [...byHost].map(([host, paths]) => definedFields({ host, http: { paths } }));
}
