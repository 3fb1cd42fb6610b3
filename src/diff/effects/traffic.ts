import { appliedNamespaceOf, containersOf, isKind, podTemplateOf } from '../../facts';
import { selectorMatches } from '../../values';
import type { Consequence } from '../types';

/** All objects of one input that decide where traffic goes. */
export interface Topology {
  readonly services: readonly any[];
  readonly workloads: readonly Workload[];
  readonly objects: readonly any[];
}

interface Workload {
  readonly object: any;
  readonly labels: object;
  /** Names and numbers of the ports of its containers. */
  readonly ports: ReadonlySet<unknown>;
}

export function topologyOf(objects: readonly any[]): Topology {
  return {
    objects,
    services: objects.filter((object) => isKind(object, 'Service')),
    workloads: objects.flatMap((object) => {
      const template = podTemplateOf(object);
      if (template === undefined) return [];
      const { metadata, spec } = template as any;
      const ports = containersOf(spec).flatMap(({ container }: any) => container.ports ?? []);
      const declared = new Set(ports.flatMap((port: any) => [port?.name, port?.containerPort]));
      return [{ object, labels: metadata?.labels ?? {}, ports: declared }];
    }),
  };
}

/** Traffic that a change of a Service, of the pods behind it or of who sends it traffic loses. */
export function trafficEffects(after: any, before: Topology, now: Topology): Consequence[] {
  if (!isKind(after, 'Service')) return [];
  const key = (object: any) => `${appliedNamespaceOf(object)}/${object.metadata?.name}`;
  const old = before.services.find((service) => key(service) === key(after));
  if (old === undefined) return [];
  return [...podEffects(old, after, before, now), ...portEffects(old, after, now), ...outsideEffects(old, after)];
}

const downtime = (path: string, message: string, hint: string): Consequence => ({
  effect: 'downtime',
  path,
  message,
  hint,
});

function podEffects(old: any, after: any, before: Topology, now: Topology): Consequence[] {
  const [had, has] = [podsOf(old, before), podsOf(after, now)];
  if (had.length > 0 && has.length === 0) {
    const hint = 'change the labels of the pods first and the selector afterwards, or keep both';
    return [downtime('spec.selector', 'the Service no longer selects any pods', hint)];
  }
  if (had.length > 0 && podsOf(after, before).length === 0) {
    const message = 'the Service selects no pods until new ones are ready: those that run do not have its new selector';
    const hint = 'apply the labels of the pods first, wait for the rollout, and change the selector afterwards';
    return [downtime('spec.selector', message, hint)];
  }
  return (after.spec?.ports ?? []).flatMap(({ port, targetPort = port }: any, index: number): Consequence[] => {
    if (!had.some(({ ports }) => ports.has(targetPort)) || has.some(({ ports }) => ports.has(targetPort))) return [];
    const message = `the pods no longer have the port ${targetPort}, to which the Service sends traffic`;
    const hint =
      typeof targetPort === 'string'
        ? 'keep the name of the container port, or change targetPort with it'
        : 'keep the container port, or change targetPort with it';
    return [downtime(`spec.ports[${index}].targetPort`, message, hint)];
  });
}

/** Ports that are gone and that others name. */
function portEffects(old: any, after: any, { objects }: Topology): Consequence[] {
  const namesOf = ({ spec }: any): unknown[] => (spec?.ports ?? []).flatMap((one: any) => [one?.name, one?.port]);
  const kept = new Set(namesOf(after));
  const gone = new Set(namesOf(old).filter((name) => name !== undefined && !kept.has(name)));
  if (gone.size === 0) return [];
  // Only such a change needs the table of references.
  const { usedPorts } = require('../../references') as typeof import('../../references');
  return usedPorts(objects)
    .filter(
      ({ service, namespace, port }) =>
        gone.has(port) && service === after.metadata?.name && namespace === appliedNamespaceOf(after),
    )
    .map(({ user, field, port }) =>
      downtime(
        'spec.ports',
        `the port ${port} is gone, to which ${user.kind} ${user.metadata?.name} sends traffic (${field})`,
        'keep the port, or change it there as well',
      ),
    );
}

const OUTSIDE = ['NodePort', 'LoadBalancer'];

/** Clients outside the cluster that have no way in any more. */
function outsideEffects(old: any, after: any): Consequence[] {
  const [was, is] = [old, after].map(({ spec }) => spec?.type ?? 'ClusterIP');
  if (was === is || !OUTSIDE.includes(was)) return [];
  if (was === 'LoadBalancer') {
    const message = 'the load balancer is deleted, and its address with it';
    return [downtime('spec.type', message, 'move clients to another address first')];
  }
  if (OUTSIDE.includes(is)) return [];
  return [downtime('spec.type', 'the node ports are closed', 'move clients to another address first')];
}

function podsOf(service: any, { workloads }: Topology): Topology['workloads'] {
  const matchLabels = service.spec?.selector ?? {};
  if (Object.keys(matchLabels).length === 0) return [];
  return workloads.filter(
    ({ object, labels }) =>
      appliedNamespaceOf(object) === appliedNamespaceOf(service) && selectorMatches({ matchLabels }, labels as any),
  );
}
