import * as kplus from 'cdk8s-plus-28';
import type { Construct, IConstruct } from 'constructs';
import { PATH_TYPES } from '../../facts';
import type { NetworkPeer } from '../../network';
import { ingressDefaults } from '../../platform';
import { checkOneOf, checkText, checkUnique, type NamespacedUser } from '../../pod';
import type { ReportIssue } from '../../props';
import { didYouMean, dns1123Subdomain, parseAddress, qualifiedName, wildcardDns1123Subdomain } from '../../values';
import { checkPeersOf } from '../network/policy-rules';
import { checkTls, type IngressTls, tlsAnnotations, tlsOf, tlsPath, tlsSecretOf } from './ingress-tls';

/** A path that an Ingress routes to the Service. */
export interface IngressPathProps {
  /** Path, which starts with `/`. */
  readonly path: string;
  /** @default 'Prefix' */
  readonly pathType?: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  /** Name of the Service port. @default the first port */
  readonly port?: string;
}

/** Props of the Ingress of a workload. */
export interface WorkloadIngressProps {
  /** Host, such as `shop.example.com` or `*.example.com`. */
  readonly host?: string;
  /** Several hosts. */
  readonly hosts?: readonly string[];
  /** Paths of every host; a string is a prefix. @default ['/'] */
  readonly paths?: readonly (string | IngressPathProps)[];
  /** IngressClass of the controller that serves it; `false` for the default class of the cluster. @default that of the platform, or the default class of the cluster */
  readonly className?: string | false;
  /** TLS for all hosts: the Secret with the certificate, or an object with it or with an issuer; an array for several. @default the issuer of the platform, or no TLS */
  readonly tls?: IngressTls | false;
  /** Annotations of the Ingress, for its controller. */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Peers that can connect to the routed ports: the pods of the controller, such as `Peer.namespace('ingress-nginx')`. Requires
   * a `networkPolicy`.
   *
   * @default the peers of the platform, or Peer.anyone(): every pod of the cluster can bypass the Ingress, its TLS and its log
   */
  readonly from?: NetworkPeer | readonly NetworkPeer[];
}

const hostsOf = (props: WorkloadIngressProps): readonly string[] => [
  ...(props.host === undefined ? [] : [props.host]),
  ...(props.hosts ?? []),
];

const pathsOf = (props: WorkloadIngressProps): readonly IngressPathProps[] =>
  (props.paths ?? ['/']).map((path) => (typeof path === 'string' ? { path } : path));

/** An Ingress with what the platform sets for those that are created in a scope. @param isolated whether the pods deny connections. */
export function withIngressDefaults<Props extends Omit<WorkloadIngressProps, 'paths'>>(
  scope: IConstruct,
  id: string,
  props: Props,
  isolated: boolean,
): Props {
  const { className, issuer, from } = ingressDefaults(scope, `${scope.node.path}/${id}`);
  const hasHost = props.host !== undefined || (props.hosts?.length ?? 0) > 0;
  return {
    ...props,
    className: props.className ?? className,
    tls: props.tls ?? (issuer !== undefined && hasHost ? { issuer } : undefined),
    from: props.from ?? (isolated ? from : undefined),
  };
}

/** Names of the Service ports that an Ingress routes to. @param first port of paths without one. */
export function routedPorts(props: WorkloadIngressProps, first: string): readonly string[] {
  return pathsOf(props).map(({ port = first }) => port);
}

/** Checks the props of `makeIngress`. @param portNames ports of the Service. @param user the workload or Ingress. */
export function checkIngress(
  props: WorkloadIngressProps,
  portNames: readonly string[],
  user: NamespacedUser,
  reportIssue: ReportIssue,
): void {
  const hosts = hostsOf(props);
  for (const [index, host] of hosts.entries()) {
    checkHost(reportIssue, props.hosts === undefined ? 'host' : `hosts[${index}]`, host);
  }
  checkUnique(
    reportIssue,
    hosts.map((host, index) => [`hosts[${index}]`, host]),
  );
  const paths = pathsOf(props);
  if (paths.length === 0) reportIssue('paths', 'must not be empty');
  paths.forEach(({ path, pathType, port }, index) => {
    const at = `paths[${index}]`;
    if (!path.startsWith('/')) reportIssue(at, `must start with "/", got ${JSON.stringify(path)}`, `try "/${path}"`);
    if (pathType !== 'ImplementationSpecific' && /\/\/|\/\.{1,2}(\/|$)|%2[fF]/.test(path)) {
      reportIssue(at, `must not contain "//", "/./", "/../" or "%2f", got ${JSON.stringify(path)}`);
    }
    checkOneOf(reportIssue, `${at}.pathType`, pathType, PATH_TYPES);
    if (port !== undefined && !portNames.includes(port)) {
      const known = portNames.map((name) => JSON.stringify(name)).join(', ');
      reportIssue(
        `${at}.port`,
        `the Service has no port ${JSON.stringify(port)}; it has ${known}`,
        didYouMean(port, portNames),
      );
    }
  });
  checkUnique(
    reportIssue,
    paths.map(({ path }, index) => [`paths[${index}]`, path]),
  );
  if (props.className) checkText(reportIssue, 'className', props.className, dns1123Subdomain);
  checkTls(props.tls, user, reportIssue);
  for (const [index, { hosts: tlsHosts = [] }] of tlsOf(props).entries()) {
    for (const host of tlsHosts) {
      if (!hosts.includes(host))
        reportIssue(
          `${tlsPath(props.tls, index)}.hosts`,
          `${JSON.stringify(host)} is not a host of this Ingress`,
          didYouMean(host, hosts),
        );
    }
  }
  if (props.from !== undefined) checkPeersOf(props.from, 'from', reportIssue);
  if (tlsOf(props).length > 0 && hosts.length === 0) reportIssue('tls', 'requires a host');
  for (const key of Object.keys(props.annotations ?? {}))
    checkText(reportIssue, 'annotations', key.toLowerCase(), qualifiedName);
}

function checkHost(reportIssue: ReportIssue, prop: string, host: string): void {
  if (parseAddress(host) !== undefined)
    reportIssue(prop, `must be a DNS name, not an IP address, got ${JSON.stringify(host)}`);
  else checkText(reportIssue, prop, host, host.includes('*') ? wildcardDns1123Subdomain : dns1123Subdomain);
}

/** Creates a cdk8s-plus Ingress for a Service. */
export function makeIngress(
  scope: Construct,
  id: string,
  metadata: { readonly name: string; readonly labels: Record<string, string> },
  props: WorkloadIngressProps,
  service: kplus.Service,
): kplus.Ingress {
  const ingress = new kplus.Ingress(scope, id, {
    metadata: { ...metadata, annotations: { ...tlsAnnotations(tlsOf(props)), ...props.annotations } },
    className: props.className || undefined,
  });
  const hosts = hostsOf(props);
  for (const host of hosts.length === 0 ? [undefined] : hosts) {
    for (const { path, pathType = 'Prefix', port } of pathsOf(props)) {
      const number = (service.ports.find(({ name }) => name === port) ?? service.ports[0]!).port;
      const backend = kplus.IngressBackend.fromService(service, { port: number });
      ingress.addRules({ host, path, backend, pathType: pathType as kplus.HttpIngressPathType });
    }
  }
  tlsOf(props).forEach((tls, index) => {
    const name = tlsSecretOf(tls, metadata.name);
    const secret = name === undefined ? undefined : kplus.Secret.fromSecretName(ingress, `Tls${index}`, name);
    ingress.addTls([{ hosts: [...(tls.hosts ?? hosts)], secret }]);
  });
  return ingress;
}
