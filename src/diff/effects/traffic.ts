import { appliedNamespaceOf, containersOf, customPodTemplate, isKind, podTemplateOf } from '../../facts';
import { selectorMatches } from '../../values';
import type { Consequence } from '../types';

/** All objects of one input that decide where traffic goes. */
export interface Topology {
  /** By namespace and name. */
  readonly services: ReadonlyMap<string, any>;
  /** By namespace. */
  readonly workloads: ReadonlyMap<string, readonly Workload[]>;
}

interface Workload {
  readonly object: any;
  readonly labels: object;
  /** Names and numbers of the ports of its containers. */
  readonly ports: ReadonlySet<unknown>;
}

export function topologyOf(objects: readonly any[]): Topology {
  const services = objects.filter((object) => isKind(object, 'Service'));
  const workloads = new Map<string, Workload[]>();
  for (const object of objects) {
    const template = podTemplateOf(object) ?? customPodTemplate(object);
    if (template === undefined) continue;
    const { metadata, spec } = template as any;
    const ports = containersOf(spec).flatMap(({ container }: any) => container.ports ?? []);
    const declared = new Set(ports.flatMap((port: any) => [port?.name, port?.containerPort]));
    const namespace = appliedNamespaceOf(object);
    const others = workloads.get(namespace) ?? [];
    others.push({ object, labels: metadata?.labels ?? {}, ports: declared });
    workloads.set(namespace, others);
  }
  return { services: new Map(services.map((service) => [keyOf(service), service])), workloads };
}

function keyOf(service: any): string {
  return `${appliedNamespaceOf(service)}/${service.metadata?.name}`;
}

/** Traffic that a change of a Service, of the pods behind it or of who sends it traffic loses. */
export function trafficEffects(after: any, before: Topology, now: Topology): Consequence[] {
  if (!isKind(after, 'Service')) return [];
  const old = before.services.get(keyOf(after));
  if (old === undefined) return [];
  return [...podEffects(old, after, before, now), ...outsideEffects(old, after)];
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

function podsOf(service: any, { workloads }: Topology): readonly Workload[] {
  const matchLabels = service.spec?.selector ?? {};
  if (Object.keys(matchLabels).length === 0) return [];
  const candidates = workloads.get(appliedNamespaceOf(service)) ?? [];
  return candidates.filter(({ labels }) => selectorMatches({ matchLabels }, labels as any));
}
