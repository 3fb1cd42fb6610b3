import type { coreV1 } from '../kubernetes';
import type { Problem } from '../props';
import { httpHeaderName } from '../values';
import { checkOneOf, checkText, checkWhole, definedFields, didYouMean, entriesOf, under } from './checks';

/** A port by its name in `ports`, or by its number. */
export type PortReference = string | number;

/** An HTTP request; any answer from 200 to 399 is good. Becomes `httpGet`. */
export interface HttpRequest {
  /** Such as `/healthz`. @default '/' */
  readonly path?: string;
  /** @default the container's first port */
  readonly port?: PortReference;
  /** @default 'HTTP' */
  readonly scheme?: 'HTTP' | 'HTTPS';
  /** Host to connect to. @default the pod's address */
  readonly host?: string;
  /** Request headers by name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A TCP connection that must open. Becomes `tcpSocket`. */
export interface TcpConnection {
  /** @default the container's first port */
  readonly port?: PortReference;
  /** Host to connect to. @default the pod's address */
  readonly host?: string;
}

/** A call of the gRPC health protocol. Becomes `grpc`. */
export interface GrpcCall {
  /** Number or name of the port; the manifest has the number, as the API demands. @default the container's first port */
  readonly port?: PortReference;
  /** Name of the service to ask about. @default the server as a whole */
  readonly service?: string;
}

/** Finds the ports of the container that a probe or hook belongs to. */
export type ContainerPorts = readonly { readonly name?: string; readonly containerPort: number }[];

/** The port as the manifest has it: its name where it has one, so that the number stands in one place. */
function portManifest(reference: PortReference | undefined, ports: ContainerPorts, problem: Problem): PortReference {
  if (reference === undefined) {
    const first = ports[0];
    if (first === undefined) problem('port', 'must be given, as the container has no ports');
    return first?.name ?? first?.containerPort ?? 0;
  }
  if (typeof reference === 'number') {
    checkWhole(problem, 'port', reference, { min: 1, max: 65535 });
    return reference;
  }
  const names = ports.flatMap((port) => port.name ?? []);
  if (!names.includes(reference)) {
    const known =
      names.length === 0
        ? 'the container has no named ports'
        : `there is ${names.map((name) => JSON.stringify(name)).join(', ')}`;
    problem('port', `the container has no port ${JSON.stringify(reference)}; ${known}`, didYouMean(reference, names));
  }
  return reference;
}

export function execManifest(command: readonly string[], problem: Problem): coreV1.ExecAction {
  if (command.length === 0) problem('exec', 'must name a command');
  return { command: [...command] };
}

export function httpManifest(request: HttpRequest, ports: ContainerPorts, problem: Problem): coreV1.HTTPGetAction {
  const own = under(problem, 'http');
  const { path = '/', headers = {} } = request;
  if (!path.startsWith('/')) own('path', `must begin with "/", got ${JSON.stringify(path)}`, `try "/${path}"`);
  checkOneOf(own, 'scheme', request.scheme, ['HTTP', 'HTTPS']);
  for (const name of Object.keys(headers)) checkText(own, 'headers', name, httpHeaderName);
  return definedFields({
    path,
    port: portManifest(request.port, ports, own),
    scheme: request.scheme === 'HTTP' ? undefined : request.scheme,
    host: request.host,
    httpHeaders: entriesOf(Object.entries(headers).map(([name, value]) => ({ name, value }))),
  });
}

export function tcpManifest(
  connection: TcpConnection,
  ports: ContainerPorts,
  problem: Problem,
): coreV1.TCPSocketAction {
  return definedFields({
    port: portManifest(connection.port, ports, under(problem, 'tcp')),
    host: connection.host,
  });
}

export function grpcManifest(call: GrpcCall, ports: ContainerPorts, problem: Problem): coreV1.GRPCAction {
  const port = portManifest(call.port, ports, under(problem, 'grpc'));
  const number =
    typeof port === 'number' ? port : (ports.find((candidate) => candidate.name === port)?.containerPort ?? 0);
  return definedFields({ port: number, service: call.service });
}
