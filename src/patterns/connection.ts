import type { EnvFrom, EnvProps } from '../pod/env';
import type { Mount } from '../pod/volume';
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
