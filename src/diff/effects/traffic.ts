import { appliedNamespaceOf, containersOf, customPodTemplate, isKind, podTemplateOf } from '../../facts';
import { selectorMatches } from '../../values';
import type { Consequence } from '../types';
import { outsideEffects } from './outside';

/** All objects of one input that decide where traffic goes. */
export interface Topology {
  /** By namespace. */
  readonly workloads: ReadonlyMap<string, readonly Workload[]>;
  /** Namespaces and names of Services whose endpoints are objects, too. */
  readonly withEndpoints: ReadonlySet<string>;
}

interface Workload {
  readonly object: any;
  readonly labels: object;
  /** Names and numbers of the ports of its containers. */
  readonly ports: ReadonlySet<unknown>;
}

export function topologyOf(objects: readonly any[]): Topology {
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
  const endpoints = objects.filter((object) => isKind(object, 'Endpoints', 'discovery.k8s.io/EndpointSlice'));
  const serviceOf = ({ kind, metadata }: any) =>
    kind === 'Endpoints' ? metadata?.name : metadata?.labels?.['kubernetes.io/service-name'];
  return {
    workloads,
    withEndpoints: new Set(endpoints.map((object) => `${appliedNamespaceOf(object)}/${serviceOf(object)}`)),
  };
}

/** Traffic that a change of a Service, or of the pods behind it, loses. */
export function trafficEffects(old: any, after: any, before: Topology, now: Topology): Consequence[] {
  if (!isKind(after, 'Service')) return [];
  const { type, selector = {} } = after.spec ?? {};
  const isOwn = now.withEndpoints.has(`${appliedNamespaceOf(after)}/${after.metadata?.name}`);
  const hasOthers = type === 'ExternalName' || (isOwn && Object.keys(selector).length === 0);
  return [...(hasOthers ? [] : podEffects(old, after, before, now)), ...outsideEffects(old, after)];
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
  const running = podsOf(after, before).filter(({ object }) => object.spec?.replicas !== 0);
  if (had.length > 0 && running.length === 0) {
    const message = 'the Service selects no pods until new ones are ready: those that run do not have its new selector';
    const hint = 'apply the labels of the pods first, wait for the rollout, and change the selector afterwards';
    return [downtime('spec.selector', message, hint)];
  }
  // Clients of a headless Service connect to the pods, on whatever port they know.
  if (after.spec?.clusterIP === 'None') return [];
  return (after.spec?.ports ?? []).flatMap(({ port, targetPort = port }: any, index: number): Consequence[] => {
    const declares = (pods: readonly Workload[], target: unknown) => pods.some(({ ports }) => ports.has(target));
    const path = `spec.ports[${index}].targetPort`;
    if (declares(had, targetPort) && !declares(has, targetPort)) {
      const message = `the pods no longer have the port ${targetPort}, to which the Service sends traffic`;
      const hint =
        typeof targetPort === 'string'
          ? 'keep the name of the container port, or change targetPort with it'
          : 'keep the container port, or change targetPort with it';
      return [downtime(path, message, hint)];
    }
    const was = (old.spec?.ports ?? []).find((one: any) => one.port === port);
    const isMoved = was !== undefined && declares(had, was.targetPort ?? was.port);
    if (!isMoved || declares(running, targetPort) || !declares(has, targetPort)) return [];
    const message = `no pod that runs has the port ${targetPort}, to which the Service sends traffic from now on: it gets none until new pods are ready`;
    return [downtime(path, message, 'keep targetPort, or add the new port to the pods first and wait for the rollout')];
  });
}

function podsOf(service: any, { workloads }: Topology): readonly Workload[] {
  const matchLabels = service.spec?.selector ?? {};
  if (Object.keys(matchLabels).length === 0) return [];
  const candidates = workloads.get(appliedNamespaceOf(service)) ?? [];
  return candidates.filter(({ labels }) => selectorMatches({ matchLabels }, labels as any));
}
