import { PROTOCOLS } from '../facts';
import type { coreV1 } from '../kubernetes';
import type { ReportIssue } from '../props';
import { portName } from '../values';
import { checkOneOf, checkText, checkUnique, checkWhole, definedFields } from './checks';

/** A container port. */
export interface PortProps {
  /** Name that probes, Services and policies reference: up to 15 lowercase letters, digits and hyphens. */
  readonly name: string;
  /** Port number in the pod, 1 to 65535. Becomes `containerPort`. */
  readonly port: number;
  /** @default 'TCP' */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /**
   * Exposes the port on the node, so that only one such pod can run on each node.
   *
   * @default the port is reachable on the pod IP only
   */
  readonly hostPort?: number;
  /** IP address of the node for `hostPort`. @default all addresses of the node */
  readonly hostIP?: string;
}

/**
 * `ports` of a container, checked one by one and against each other.
 *
 * @param single the first port is the prop `port` of the container.
 */
export function portsManifest(
  ports: readonly PortProps[],
  reportIssue: ReportIssue,
  single = false,
): coreV1.ContainerPort[] {
  const propOf = (index: number, field: keyof PortProps) => {
    if (single) return index === 0 ? 'port' : `ports[${index - 1}].${field}`;
    return `ports[${index}].${field}`;
  };
  ports.forEach((port, index) => {
    checkText(reportIssue, propOf(index, 'name'), port.name, portName);
    checkWhole(reportIssue, propOf(index, 'port'), port.port, { min: 1, max: 65535 });
    checkWhole(reportIssue, propOf(index, 'hostPort'), port.hostPort, { min: 1, max: 65535 });
    checkOneOf(reportIssue, propOf(index, 'protocol'), port.protocol, PROTOCOLS);
  });
  checkUnique(
    reportIssue,
    ports.map((port, index) => [propOf(index, 'name'), port.name]),
  );
  checkUnique(
    reportIssue,
    ports.map((port, index) => [propOf(index, 'port'), `${port.port}/${port.protocol ?? 'TCP'}`]),
  );
  return ports.map((port) =>
    definedFields({
      name: port.name,
      containerPort: port.port,
      protocol: port.protocol === 'TCP' ? undefined : port.protocol,
      hostPort: port.hostPort,
      hostIP: port.hostIP,
    }),
  );
}
