import { ApiObject } from 'cdk8s';
import type { Service } from 'cdk8s-plus-28';

/** A Service of the app: a cdk8s-plus one, or a construct that has one. */
export type ServiceReference = Service | { readonly service: Service };

/** A host and port by themselves; constructs that stand for something reachable may have both. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
}

/** Whether a value is a Service, or a construct that has one. */
export function isServiceReference(value: unknown): value is ServiceReference {
  return typeof value === 'object' && value !== null && isService('service' in value ? value.service : value);
}

function isService(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as Partial<Service>).resourceType === 'services';
}

/** The Service that is meant. */
export function serviceOf(reference: ServiceReference): Service {
  return 'service' in reference ? reference.service : reference;
}

/**
 * Host and port under which every pod of the cluster reaches a Service; with the namespace in the name if it is known.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function serviceAddress(reference: ServiceReference): HostAndPort {
  const service = serviceOf(reference);
  const { namespace } = ApiObject.of(service).metadata;
  return { host: namespace === undefined ? service.name : `${service.name}.${namespace}.svc`, port: service.port };
}
