import { type ImagePort, portOf, type RuntimeContainer } from '../../images';

/** Ports on which the default program listens; undefined when that is not known or the manifest may change it. */
export function servedPorts(container: RuntimeContainer): readonly ImagePort[] | undefined {
  const { facts } = container;
  if (facts?.ports === undefined || !container.runsDefaultProgram || container.hasSetting(facts.portsSetBy))
    return undefined;
  return facts.ports.map(portOf);
}

/** `port 80, 443`, for messages. */
export function listed(ports: readonly ImagePort[]): string {
  const numbers = ports.map(({ port }) => port).join(', ');
  return ports.length === 0 ? 'no port' : `port ${numbers}`;
}
