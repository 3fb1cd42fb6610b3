import type * as kplus from 'cdk8s-plus-28';
import type { IConstruct, IMixin } from 'constructs';
import { InitContainers, type WaitForProps } from '../mixins';
import { addressFor, type HostAndPort, hostFor, type PodSelector } from '../network';
import type { EnvFrom, EnvProps, Mount } from '../pod';
import { PropsError } from '../props';
import { requireArguments } from '../values';
import type { EgressRule } from './network/policy-rules';
import { connectionToService } from './service-connection';

/**
 * Everything that a workload needs to use another service: environment, files and network access.
 *
 * @see Workload.connectTo
 */
export interface Connection {
  /**
   * Environment variables with its address; passwords by reference. Values that are the address and nothing else are written
   * without the namespace for clients of the same one: `db:3306` for `db.shop:3306`.
   */
  readonly env?: EnvProps;
  readonly envFrom?: readonly EnvFrom[];
  /** Files, such as certificates. */
  readonly mounts?: readonly Mount[];
  /** Egress that the NetworkPolicy of the client, if it has one, must allow. */
  readonly egress?: readonly EgressRule[];
  /** URL scheme of its protocol, such as `http` or `redis`; undefined when it is not known. */
  readonly scheme?: string | undefined;
  /** Host and port that accept connections once it is ready. */
  readonly address?: HostAndPort;
  /** Allows ingress from the client on the server side. */
  readonly allowClient?: (client: PodSelector) => void;
}

/** A construct that workloads can connect to. */
export interface Connectable {
  readonly connection: Connection;
}

/** What a workload connects to: a construct with a Service or a database, a Service of cdk8s-plus, or a Connection. */
export type ConnectionTarget = Connection | Connectable | kplus.Service;

/**
 * The connection to the target.
 *
 * @throws PropsError for a Service without ports.
 */
export function connectionOf(target: ConnectionTarget): Connection {
  requireArguments('connectionOf', { target: [target, 'an object'] });
  if ('connection' in target) return target.connection;
  return 'resourceType' in target ? connectionToService(target) : target;
}

/** The environment as a client of the namespace uses it. */
export function envFor({ env = {}, address }: Connection, clientNamespace: string | undefined): EnvProps {
  if (address === undefined) return env;
  const entries = Object.entries(env).map(([name, value]) => [name, addressFor(value, address, clientNamespace)]);
  return Object.fromEntries(entries) as EnvProps;
}

/** Options of the init container that waits for a service. */
export type WaitOptions = Pick<WaitForProps, 'image' | 'imagePullPolicy' | 'qos' | 'security'>;

/** Options of a connection. */
export interface ConnectOptions {
  /**
   * Starts the app only when the service accepts connections: an init container retries every 2 s without a limit.
   *
   * An object sets the image and the resources of that container.
   *
   * @default false, because an app that retries by itself starts sooner and also survives restarts of the service
   */
  readonly waitFor?: boolean | WaitOptions;
}

/** The init container that waits for the service. */
export function waitingFor(
  client: IConstruct & { readonly namespace: string | undefined },
  address: Connection['address'],
  options: WaitOptions,
): IMixin {
  if (address === undefined) {
    throw new PropsError(client.node.path, ['waitFor: the connection has no address to wait for (omit waitFor)']);
  }
  const name = `wait-for-${address.host.split('.')[0]}`.slice(0, 63).replace(/-+$/, '');
  return InitContainers.waitForTcp(name, { ...options, host: hostFor(address, client.namespace), port: address.port });
}
