import { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { parseImage } from '../images';
import { type HostAndPort, Peer, type PodSelector } from '../network';
import type { PortProps } from '../pod';
import { PropsError } from '../props';
import { didYouMean } from '../values';
import type { Connection } from './connection';
import type { ServiceProps } from './exposure/service-props';
import type { IngressRule, PolicyPort } from './network/policy-rules';
import { variablePrefix } from './variable-prefix';

/** Names of the environment variables for the address of a service. Values without a name are not set. */
export interface ServiceVariables {
  /** `redis://cache.store:6379`; requires a known scheme. */
  readonly url?: string;
  readonly scheme?: string;
  readonly host?: string;
  readonly port?: string;
}

/** Which port of a service to connect to, and how. */
export interface ServiceConnectionOptions {
  /** Name of the Service port. @default the first one */
  readonly port?: string;
  /** URL scheme, such as `rediss`. @default by `appProtocol` of the Service port, its name, the image or the port number */
  readonly scheme?: string;
}

/** A workload with a Service that others connect to. */
interface Server extends PodSelector {
  readonly name: string;
  readonly node: { readonly path: string };
  readonly image: string;
  readonly ports: readonly PortProps[];
  allowIngress(rule: IngressRule): unknown;
}

/** URL schemes by what a port or an image is called, and by the port number that is registered for them. */
const SCHEMES: readonly (readonly [scheme: string, names: RegExp, port?: number])[] = [
  ['redis', /^(redis|valkey|keydb|dragonfly)/, 6379],
  ['postgresql', /^(postgres|postgresql|pgsql)/, 5432],
  ['mysql', /^(mysql|mariadb)/, 3306],
  ['mongodb', /^mongo/, 27017],
  ['amqp', /^(amqp|rabbitmq)/, 5672],
  ['nats', /^nats/, 4222],
  ['grpc', /^grpc/],
  ['https', /^https$/, 443],
];

/**
 * The connection to a workload: `NAME_URL` when the protocol is known, `NAME_HOST` and `NAME_PORT`.
 *
 * @param service the Service to connect to; undefined when there is none.
 * @throws PropsError when the Service does not have the port, or a variable is for an unknown URL.
 */
export function serviceConnection(
  server: Server,
  service: kplus.Service | undefined,
  props: ServiceProps,
  variables: ServiceVariables | undefined,
  options: ServiceConnectionOptions,
): Connection {
  if (service === undefined) return {};
  const { name, namespace } = server;
  const servicePort = portOf(server, service, options.port);
  const target = server.ports.find((port) => port.name === servicePort.name) ?? server.ports[0];
  const scheme = options.scheme ?? schemeOf(server, target, appProtocolOf(props, servicePort.name));
  const address = serviceAddress(service.name, namespace, servicePort.port);
  // A Service port that leads to another one than its name says is one of few: all of them are allowed.
  const ports = options.port === undefined ? server.ports.map((own) => own.name) : [target?.name ?? servicePort.port];
  return {
    scheme,
    env: addressVariables(server.node.path, scheme, address, variables ?? usualVariables(name, scheme)),
    egress: [{ to: server, ports }],
    address,
    allowClient: (client) => server.allowIngress({ from: client, ports }),
  };
}

/** The connection to a Service of cdk8s-plus, or of a construct that knows no more than its Service. */
export function connectionToService(service: kplus.Service, owner: IConstruct = service): Connection {
  const { metadata, spec } = ApiObject.of(service).toJson();
  // A Service of type ExternalName is written without its ports.
  const [port] = (spec.ports ?? service.ports) as {
    port: number;
    targetPort?: PolicyPort;
    name?: string;
    appProtocol?: string;
  }[];
  if (port === undefined) {
    throw new PropsError(owner.node.path, [
      { prop: 'connectTo', message: `${owner.node.path} has no port to connect to`, hint: 'set port' },
    ]);
  }
  const address = serviceAddress(service.name, metadata.namespace, port.port);
  const scheme =
    schemeBy([port.appProtocol]) ?? (port.appProtocol === undefined ? schemeBy([port.name], port.port) : undefined);
  const hasPods = spec.selector !== undefined && Object.keys(spec.selector).length > 0;
  const to = hasPods ? { selectorLabels: spec.selector, namespace: metadata.namespace } : Peer.anyone();
  return {
    scheme,
    env: addressVariables(service.node.path, scheme, address, usualVariables(service.name, scheme)),
    egress: [{ to, ports: [port.targetPort ?? port.port] }],
    address,
  };
}

/** The address of a Service for clients of any namespace; a client of the same one shortens it. */
export function serviceAddress(name: string, namespace: string | undefined, port: number): HostAndPort {
  return namespace === undefined ? { host: name, port } : { host: `${name}.${namespace}`, port, namespace };
}

function usualVariables(name: string, scheme: string | undefined): ServiceVariables {
  const prefix = variablePrefix(name);
  return { ...(scheme !== undefined && { url: `${prefix}_URL` }), host: `${prefix}_HOST`, port: `${prefix}_PORT` };
}

function addressVariables(
  path: string,
  scheme: string | undefined,
  { host, port }: HostAndPort,
  variables: ServiceVariables,
): Readonly<Record<string, string | number>> {
  if (scheme === undefined && (variables.url !== undefined || variables.scheme !== undefined)) {
    const prop = variables.url === undefined ? 'scheme' : 'url';
    const message = 'the protocol of the port is not known';
    throw new PropsError(path, [
      { prop: `connectionAs.${prop}`, message, hint: 'set scheme, or appProtocol of the Service port' },
    ]);
  }
  const values: [string | undefined, string | number | undefined][] = [
    [variables.url, `${scheme}://${host}:${port}`],
    [variables.scheme, scheme],
    [variables.host, host],
    [variables.port, port],
  ];
  return Object.fromEntries(values.filter(([name]) => name !== undefined)) as Record<string, string | number>;
}

function portOf({ node }: Server, service: kplus.Service, name: string | undefined): { name?: string; port: number } {
  const found = name === undefined ? service.ports[0] : service.ports.find((port) => port.name === name);
  if (found !== undefined) return found as { name?: string; port: number };
  const names = service.ports.flatMap((port) => port.name ?? []);
  const hint = didYouMean(name ?? '', names);
  const known = names.map((one) => JSON.stringify(one)).join(', ');
  const message = `the Service has no port ${JSON.stringify(name)}; it has ${known}`;
  throw new PropsError(node.path, [{ prop: 'connectionAs.port', message, hint }]);
}

function schemeOf({ image }: Server, port: PortProps | undefined, appProtocol: string | undefined): string | undefined {
  if (appProtocol !== undefined) return schemeBy([appProtocol]);
  const repository = parseImage(image)?.repository.split('/').at(-1);
  // A console or an exporter has the name of its server, and speaks HTTP.
  const server = /admin|commander|console|exporter|express|insight|ui\b|web/.test(repository ?? '')
    ? undefined
    : repository;
  return schemeBy([port?.name, server], port?.port, port?.name);
}

/** @param texts what may name a protocol, the most certain first. @param http what may say that it is HTTP. */
function schemeBy(texts: readonly (string | undefined)[], number?: number, http = texts[0]): string | undefined {
  const named = texts.flatMap((text) => SCHEMES.find(([, names]) => text !== undefined && names.test(text))?.[0] ?? []);
  const found = named[0] ?? SCHEMES.find(([, , registered]) => registered !== undefined && registered === number)?.[0];
  return found ?? (http !== undefined && isHttp(http) ? 'http' : undefined);
}

/** `http`, `http-api`, `web`, and `kubernetes.io/h2c`. */
function isHttp(name: string): boolean {
  return /^(http(?!s)|web|api|ui|kubernetes\.io\/(h2c|ws)$)/.test(name);
}

function appProtocolOf(props: ServiceProps, name: string | undefined): string | undefined {
  if (props.type === 'None') return undefined;
  const ports = props.ports ?? [];
  return (ports.find((port) => port.name === name) ?? ports[0])?.appProtocol;
}
