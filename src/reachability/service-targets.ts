import { appliedNamespaceOf } from '../facts';
import { selectorMatches } from '../values';
import type { PodPeer } from './peers';
import { portNamed, type Reachability } from './reachability';

/** Pods behind a port of a Service. */
export interface ServiceTarget {
  readonly peer: PodPeer;
  readonly protocol: string;
  /** Number of the port of the pods; undefined when they have no port of the name that the Service uses. */
  readonly port: number | undefined;
}

/** The pods that a port of a Service leads to, by its number or name; none for a port that it does not have. */
export function targetsOfService(service: any, port: number | string, reachability: Reachability): ServiceTarget[] {
  const { selector = {}, ports = [], type, clusterIP } = service.spec ?? {};
  const found = ports.find((one: any) => (typeof port === 'string' ? one?.name : one?.port) === port);
  if (found === undefined || type === 'ExternalName' || Object.keys(selector).length === 0) return [];
  const { protocol = 'TCP' } = found;
  const target = clusterIP === 'None' ? found.port : (found.targetPort ?? found.port);
  return reachability
    .podsIn(appliedNamespaceOf(service))
    .filter(({ pod }) => selectorMatches({ matchLabels: selector }, pod.metadata?.labels ?? {}))
    .map((peer) => ({ peer, protocol, port: typeof target === 'number' ? target : portNamed(peer, target, protocol) }));
}
