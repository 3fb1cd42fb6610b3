import { appliedNamespaceOf, groupKindOf } from '../facts';
import { EDGES, referencesOf } from './edges';

/** A field that names a port of a Service. */
export interface UsedPort {
  readonly user: any;
  readonly field: string;
  /** Namespace and name of the Service. */
  readonly namespace: string | undefined;
  readonly service: string;
  /** Its number or name. */
  readonly port: string | number;
}

const PORT_EDGES = EDGES.filter(({ part }) => part?.of === 'servicePort');

/** The ports of Services that objects name. */
export function usedPorts(objects: readonly any[]): UsedPort[] {
  return objects.flatMap((user) => {
    const kind = groupKindOf(user);
    return PORT_EDGES.filter(({ from }) => from === kind)
      .flatMap((edge) => referencesOf(user, edge))
      .filter(({ to }) => to === '/Service')
      .flatMap(({ name, namespace = appliedNamespaceOf(user), parts }) =>
        parts.map(({ value, field }) => ({ user, field, namespace, service: name, port: value })),
      );
  });
}
