import type { IConstruct, IMixin } from 'constructs';
import { InitContainers } from '../mixins';
import type { EnvFrom, EnvProps, Mount } from '../pod';
import { PropsError } from '../props';
import type { PodSelector } from './network/peer';
import type { EgressRule } from './network/policy-rules';

/**
 * Everything that a workload needs to use something else: what it is told, and what must be let through.
 *
 * @see Workload.connectTo
 */
export interface Connection {
  /** Environment variables that say where it is; passwords by reference. */
  readonly env?: EnvProps;
  readonly envFrom?: readonly EnvFrom[];
  /** Files, such as certificates. */
  readonly mounts?: readonly Mount[];
  /** What the client's NetworkPolicy, if it has one, must let out. */
  readonly egress?: readonly EgressRule[];
  /** Host and port that answer once it is ready. */
  readonly address?: { readonly host: string; readonly port: number };
  /** Lets the client in at the other end. */
  readonly admit?: (client: PodSelector) => void;
}

/** Something that workloads can be connected to. */
export interface Connectable {
  readonly connection: Connection;
}

/** The connection that is meant. */
export function connectionOf(target: Connection | Connectable): Connection {
  return 'connection' in target ? target.connection : target;
}

/** How to connect. */
export interface ConnectOptions {
  /**
   * Start the app only when the other end answers: an init container tries the address every 2 s for as long as it takes.
   *
   * @default false, since an app that retries by itself starts sooner and survives restarts of the other end too
   */
  readonly waitFor?: boolean;
}

/** The init container that waits for the other end. */
export function waitingFor(client: IConstruct, address: Connection['address']): IMixin {
  if (address === undefined) {
    throw new PropsError(client.node.path, ['waitFor: the other end names no address to wait for (leave waitFor out)']);
  }
  const name = `wait-for-${address.host.split('.')[0]}`.slice(0, 63).replace(/-+$/, '');
  return InitContainers.waitForTcp(name, address);
}
