import { appliedNamespaceOf, isKind } from '../facts';
import type { Placed } from './applied';
import type { Refusal } from './refusal';

/** What a Service asks the server to allocate to it alone. */
interface Wanted {
  /** `30080` or `10.0.0.10`. */
  readonly value: string;
  readonly field: string;
  readonly message: string;
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
    return wantedBy(object).flatMap(({ value, field, message }): Refusal[] => {
      const owner = this.owners.get(value);
      if (owner === undefined || isSame(owner.object, object)) return [];
      return [{ rule: 'admission-allocated', answer: 'Invalid', message, field, because: [owner] }];
    });
  }
}

function isSame(one: any, other: any): boolean {
  return one.metadata.name === other.metadata.name && appliedNamespaceOf(one) === appliedNamespaceOf(other);
}

/** @see pkg/registry/core/service/storage */
function wantedBy(object: any): Wanted[] {
  if (!isKind(object, 'Service')) return [];
  const { type, ports = [], clusterIP, clusterIPs = [clusterIP] } = object.spec ?? {};
  const hasNodePorts = type === 'NodePort' || type === 'LoadBalancer';
  const nodePorts: Wanted[] = ports.flatMap(({ nodePort = 0 }: any, index: number) => {
    const field = `spec.ports[${index}].nodePort`;
    const message = `Invalid value: ${nodePort}: provided port is already allocated`;
    return hasNodePorts && nodePort !== 0 ? [{ value: String(nodePort), field, message }] : [];
  });
  if (type === 'ExternalName') return nodePorts;
  const addresses: Wanted[] = clusterIPs
    .filter((address: unknown) => typeof address === 'string' && address !== '' && address !== 'None')
    .map((address: string) => ({
      value: address,
      field: 'spec.clusterIPs',
      message: `Invalid value: ${JSON.stringify(clusterIPs)}: failed to allocate IP ${address}: provided IP is already allocated`,
    }));
  return [...addresses, ...nodePorts];
}
