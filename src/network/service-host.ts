/** A host and port. */
export interface HostAndPort {
  readonly host: string;
  readonly port: number;
  /**
   * Namespace of the Service that `host` belongs to, as `name.namespace`; clients of the same namespace use the name alone.
   *
   * @default none: `host` is the same for all clients
   */
  readonly namespace?: string | undefined;
}

/**
 * Host name that a client uses: the name of the Service in its own namespace, so that manifests can be moved to another one,
 * and the full name from another namespace, or from one that is not known.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#namespaces-of-services
 */
export function hostFor({ host, namespace }: Omit<HostAndPort, 'port'>, clientNamespace: string | undefined): string {
  const [name = host, suffix] = host.split('.');
  return namespace !== undefined && namespace === clientNamespace && namespace === suffix ? name : host;
}

/**
 * A value that is the address, such as `db.shop`, `db.shop:3306` or `mysql://db.shop:3306`, as the client writes it; other values
 * unchanged.
 */
export function addressFor<T>(value: T, address: HostAndPort, clientNamespace: string | undefined): T | string {
  if (typeof value !== 'string') return value;
  const [, scheme = '', host, port = ''] = /^([a-z][a-z0-9+.-]*:\/\/)?([^/:]+)(:\d+)?$/.exec(value) ?? [];
  return host === address.host ? `${scheme}${hostFor(address, clientNamespace)}${port}` : value;
}
