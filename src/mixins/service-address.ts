import { ApiObject } from 'cdk8s';
import type { Service } from 'cdk8s-plus-28';
import type { HostAndPort } from '../network';

/** A Service of the app, a construct that has one, or a construct with an address, such as a database. */
export type ServiceReference =
  | Service
  | { readonly service: Service | undefined }
  | { readonly connection: ReachableConnection };

/** Pods that connect to a service. */
export interface ClientPods {
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly namespace?: string | undefined;
}

/** What a pattern tells its clients, as far as mixins need it. */
export interface ReachableConnection {
  readonly address?: HostAndPort;
  /** Allows ingress from the client on the server side. */
  readonly allowClient?: (client: ClientPods) => void;
}

/** Whether a value has an address: a Service, or a construct with one. */
export function isServiceReference(value: unknown): value is ServiceReference {
  return (
    typeof value === 'object' && value !== null && ('service' in value || 'connection' in value || isService(value))
  );
}

function isService(value: object): value is Service {
  return (value as Partial<Service>).resourceType === 'services';
}

/** The Service; undefined for a database outside the cluster, for example. */
export function serviceOf(reference: ServiceReference): Service | undefined {
  return 'service' in reference ? reference.service : isService(reference) ? reference : undefined;
}

/**
 * Host and port that every pod of the cluster can connect to, with the namespace in the name of a Service if
 * it is known; `hostFor` shortens it for clients of that namespace. Undefined when there is no address, for example for a WebApp without a Service.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function addressOf(reference: ServiceReference): HostAndPort | undefined {
  const service = serviceOf(reference);
  if (service === undefined) return 'connection' in reference ? reference.connection.address : undefined;
  const { namespace } = ApiObject.of(service).metadata;
  const { name, port } = service;
  return namespace === undefined ? { host: name, port } : { host: `${name}.${namespace}.svc`, port, namespace };
}
