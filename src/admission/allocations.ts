import { appliedNamespaceOf, isKind } from '../facts';
import type { Placed } from './applied';
import type { Refusal } from './refusal';

/** What a Service asks the server to allocate to it alone. */
interface Wanted {
  /** `30080` or `10.0.0.10`. */
  readonly value: string;
  readonly field: string;
  readonly message: string;
  readonly answer: NonNullable<Refusal['answer']>;
}

/** Node ports and addresses that Services have, each of which only one can have. */
export class Allocations {
  private readonly owners = new Map<string, Placed>();

  public constructor(services: readonly Placed[]) {
    for (const service of services) this.add(service);
  }

  /** Records what an object has; others are ignored. */
  public add(placed: Placed): void {
    for (const { value } of wantedBy(placed.object)) this.owners.set(value, placed);
  }

  /** What the server answers to a Service that asks for what another one has. */
  public refusals(object: any): Refusal[] {
    return wantedBy(object).flatMap(({ value, field, message, answer }): Refusal[] => {
      const owner = this.owners.get(value);
      if (owner === undefined || isSame(owner.object, object)) return [];
      return [{ rule: 'admission-allocated', answer, message, field, because: [owner] }];
    });
  }
}

function isSame(one: any, other: any): boolean {
  return one.metadata.name === other.metadata.name && appliedNamespaceOf(one) === appliedNamespaceOf(other);
}

/** In the order in which the server reserves them. @see pkg/registry/core/service/storage */
function wantedBy(object: any): Wanted[] {
  if (!isKind(object, 'Service')) return [];
  return [...addressesOf(object.spec ?? {}), ...nodePortsOf(object.spec ?? {})];
}

function addressesOf({ type, clusterIP, clusterIPs }: any): Wanted[] {
  if (type === 'ExternalName') return [];
  const addresses = clusterIPs ?? [clusterIP];
  return addresses
    .filter((address: unknown) => typeof address === 'string' && address !== '' && address !== 'None')
    .map((address: string) => ({
      value: address,
      // The server names clusterIPs, which it fills from clusterIP.
      field: clusterIPs === undefined ? 'spec.clusterIP' : 'spec.clusterIPs',
      message: `Invalid value: ${JSON.stringify(addresses)}: failed to allocate IP ${address}: provided IP is already allocated`,
      answer: 'Invalid',
    }));
}

/** Node ports have one range for all protocols; the port of the health check is one of them. */
function nodePortsOf({ type, ports = [], externalTrafficPolicy, healthCheckNodePort = 0 }: any): Wanted[] {
  if (type !== 'NodePort' && type !== 'LoadBalancer') return [];
  const ofPorts: Wanted[] = ports.flatMap(({ nodePort = 0 }: any, index: number) => {
    const field = `spec.ports[${index}].nodePort`;
    const message = `Invalid value: ${nodePort}: provided port is already allocated`;
    return nodePort === 0 ? [] : [{ value: String(nodePort), field, message, answer: 'Invalid' }];
  });
  const checksHealth = type === 'LoadBalancer' && externalTrafficPolicy === 'Local' && healthCheckNodePort !== 0;
  if (!checksHealth) return ofPorts;
  const ofHealthCheck: Wanted = {
    value: String(healthCheckNodePort),
    field: 'spec.healthCheckNodePort',
    message: `Internal error occurred: failed to allocate requested HealthCheck NodePort ${healthCheckNodePort}: provided port is already allocated`,
    answer: 'InternalError',
  };
  return [...ofPorts, ofHealthCheck];
}
