import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { didYouMean, httpHeaderName } from '../values';
import { checkOneOf, checkText, checkWhole, definedFields, entriesOf, under } from './checks';

/** A port, by name or number. */
export type PortReference = string | number;

/** An HTTP request; a status from 200 to 399 is a success. Becomes `httpGet`. */
export interface HttpRequest {
  /** Path, such as `/healthz`. @default '/' */
  readonly path?: string;
  /** @default the container's first port */
  readonly port?: PortReference;
  /** @default 'HTTP' */
  readonly scheme?: 'HTTP' | 'HTTPS';
  /** Host to connect to. @default the pod IP */
  readonly host?: string;
  /** Request headers by name. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A TCP connection. Becomes `tcpSocket`. */
export interface TcpConnection {
  /** @default the container's first port */
  readonly port?: PortReference;
  /** Host to connect to. @default the pod IP */
  readonly host?: string;
}

/** A call to the gRPC health checking protocol. Becomes `grpc`. */
export interface GrpcCall {
  /** Number or name of the port; the manifest contains the number, as the API requires. @default the container's first port */
  readonly port?: PortReference;
  /** Service to check. @default the whole server */
  readonly service?: string;
}

/** Ports of the container that a probe or hook belongs to. */
export type ContainerPorts = readonly { readonly name?: string; readonly containerPort: number }[];

/** The port in the manifest: its name if it has one, so that the number is written once. */
function portManifest(
  reference: PortReference | undefined,
  ports: ContainerPorts,
  reportIssue: ReportIssue,
): PortReference {
  if (reference === undefined) {
    const first = ports[0];
    if (first === undefined) reportIssue('port', 'is required, because the container has no ports');
    return first?.name ?? first?.containerPort ?? 0;
  }
  if (typeof reference === 'number') {
    checkWhole(reportIssue, 'port', reference, { min: 1, max: 65535 });
    return reference;
  }
  const names = ports.flatMap((port) => port.name ?? []);
  if (!names.includes(reference)) {
    const known =
      names.length === 0
        ? 'the container has no named ports'
        : `it has ${names.map((name) => JSON.stringify(name)).join(', ')}`;
    reportIssue(
      'port',
      `the container has no port ${JSON.stringify(reference)}; ${known}`,
      didYouMean(reference, names),
    );
  }
  return reference;
}

export function execManifest(command: readonly string[], reportIssue: ReportIssue): coreV1.ExecAction {
  if (command.length === 0) reportIssue('exec', 'must contain a command');
  return { command: [...command] };
}

export function httpManifest(
  request: HttpRequest,
  ports: ContainerPorts,
  reportIssue: ReportIssue,
): coreV1.HTTPGetAction {
  const own = under(reportIssue, 'http');
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
  reportIssue: ReportIssue,
): coreV1.TCPSocketAction {
  return definedFields({
    port: portManifest(connection.port, ports, under(reportIssue, 'tcp')),
    host: connection.host,
  });
}

export function grpcManifest(call: GrpcCall, ports: ContainerPorts, reportIssue: ReportIssue): coreV1.GRPCAction {
  const port = portManifest(call.port, ports, under(reportIssue, 'grpc'));
  const number =
    typeof port === 'number' ? port : (ports.find((candidate) => candidate.name === port)?.containerPort ?? 0);
  return definedFields({ port: number, service: call.service });
}
