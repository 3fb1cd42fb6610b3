import type { RuntimeContainer } from '../../images';

/** A check or hook of a container that the kubelet makes over the network. */
export interface NetworkHandler {
  /** Relative to the container: `readinessProbe.httpGet`. */
  readonly field: string;
  readonly kind: 'httpGet' | 'tcpSocket' | 'grpc';
  readonly probe: string;
  /** As in the manifest: a number or a name. */
  readonly port: number | string;
  /** The number, if the name is that of a port of the container. */
  readonly number: number | undefined;
  readonly path: string | undefined;
  readonly isHttps: boolean;
  readonly host: string | undefined;
}

const HANDLERS = ['startupProbe', 'readinessProbe', 'livenessProbe', 'lifecycle.postStart', 'lifecycle.preStop'].map(
  (probe) => ({ probe, steps: probe.split('.') }),
);
const KINDS = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** All probes and hooks over the network. */
export function networkHandlers({ container }: RuntimeContainer): NetworkHandler[] {
  return HANDLERS.flatMap(({ probe, steps }) => {
    const handler = steps.reduce<any>((at, key) => at?.[key], container);
    if (handler === undefined) return [];
    return KINDS.filter((kind) => handler?.[kind]?.port !== undefined).map((kind): NetworkHandler => {
      const { port, path, host, scheme } = handler[kind];
      return {
        field: `${probe}.${kind}`,
        kind,
        probe,
        port,
        number: numberOf(port, container),
        path,
        isHttps: scheme === 'HTTPS',
        host,
      };
    });
  });
}

/** As ResolveContainerPort of the kubelet: a name is looked up in the container itself, then read as a number. */
function numberOf(port: number | string, container: any): number | undefined {
  if (typeof port === 'number') return port;
  const named = (container.ports ?? []).find((one: any) => one?.name === port)?.containerPort;
  if (named !== undefined) return named;
  return /^\d+$/.test(port) ? Number(port) : undefined;
}
