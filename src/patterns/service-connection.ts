import type * as kplus from 'cdk8s-plus-28';
import { parseImage } from '../images';
import type { PodSelector } from '../network';
import type { PortProps } from '../pod';
import type { Connection } from './connection';
import type { ServiceProps } from './exposure/service-props';
import type { IngressRule } from './network/policy-rules';

/** A workload with a Service that others connect to. */
interface Server extends PodSelector {
  readonly name: string;
  readonly image: string;
  readonly ports: readonly PortProps[];
  readonly service: kplus.Service | undefined;
  allowIngress(rule: IngressRule): unknown;
}

/** URL schemes by what a port or an image is called, and by the port number that is registered for them. */
const SCHEMES: readonly (readonly [scheme: string, names: RegExp, port: number])[] = [
  ['redis', /^(redis|valkey|keydb|dragonfly)/, 6379],
  ['postgresql', /^(postgres|postgresql|pgsql)/, 5432],
  ['mysql', /^(mysql|mariadb)/, 3306],
  ['mongodb', /^mongo/, 27017],
  ['amqp', /^(amqp|rabbitmq)/, 5672],
  ['nats', /^nats/, 4222],
  ['https', /^https$/, 443],
];

/**
 * The connection to a workload: `NAME_URL` when the protocol is known, from `appProtocol` of the Service port, the name of
 * the port, the image, or the port number; `NAME_HOST` and `NAME_PORT` for other protocols than HTTP.
 *
 * @param appProtocol of the Service port.
 */
export function serviceConnection(server: Server, appProtocol?: string): Connection {
  const port = server.service?.ports[0]?.port;
  if (port === undefined) return {};
  const { name, namespace } = server;
  const host = namespace === undefined ? name : `${name}.${namespace}`;
  const ports = server.ports.map((own) => own.name);
  const variable = name.toUpperCase().replaceAll('-', '_');
  const scheme = schemeOf(server, appProtocol);
  return {
    env: {
      ...(scheme !== undefined && { [`${variable}_URL`]: `${scheme}://${host}:${port}` }),
      ...(scheme !== 'http' && scheme !== 'https' && { [`${variable}_HOST`]: host, [`${variable}_PORT`]: port }),
    },
    egress: [{ to: server, ports }],
    address: { host, port },
    allowClient: (client) => server.allowIngress({ from: client, ports }),
  };
}

function schemeOf(server: Server, appProtocol: string | undefined): string | undefined {
  const [port] = server.ports;
  const bySaying = (text: string | undefined) =>
    SCHEMES.find(([, names]) => text !== undefined && names.test(text))?.[0];
  if (appProtocol !== undefined) return bySaying(appProtocol) ?? (isHttp(appProtocol) ? 'http' : undefined);
  const repository = parseImage(server.image)?.repository.split('/').at(-1);
  const found =
    bySaying(port?.name) ?? bySaying(repository) ?? SCHEMES.find(([, , number]) => number === port?.port)?.[0];
  return found ?? (port !== undefined && isHttp(port.name) ? 'http' : undefined);
}

/** `http`, `http-api`, `web`, and `kubernetes.io/h2c`. */
function isHttp(name: string): boolean {
  return /^(http(?!s)|web|api|ui|kubernetes\.io\/(h2c|ws)$)/.test(name);
}

/** `appProtocol` of the first Service port, which the connection uses. */
export function appProtocolOf(props: ServiceProps): string | undefined {
  return props.type === 'None' ? undefined : props.ports?.[0]?.appProtocol;
}
