import { appliedNamespaceOf, containersOf, isKind, podTemplateOf } from '../../facts';
import { selectorMatches } from '../../values';
import type { Consequence } from '../types';

/** All objects of one input that decide where traffic goes. */
export interface Topology {
  readonly services: readonly any[];
  readonly workloads: readonly { readonly object: any; readonly labels: object; readonly ports: ReadonlySet<string> }[];
}

export function topologyOf(objects: readonly any[]): Topology {
  return {
    services: objects.filter((object) => isKind(object, 'Service')),
    workloads: objects.flatMap((object) => {
      const template = podTemplateOf(object);
      if (template === undefined) return [];
      const { metadata, spec } = template as any;
      const ports = containersOf(spec).flatMap(({ container }: any) => container.ports ?? []);
      const names = new Set<string>(
        ports.map(({ name }: any) => name).filter((name: unknown) => typeof name === 'string'),
      );
      return [{ object, labels: metadata?.labels ?? {}, ports: names }];
    }),
  };
}

/** Traffic that a change of a Service or of the pods behind it loses. */
export function trafficEffects(after: any, before: Topology, now: Topology): Consequence[] {
  if (!isKind(after, 'Service')) return [];
  const key = (object: any) => `${appliedNamespaceOf(object)}/${object.metadata?.name}`;
  const old = before.services.find((service) => key(service) === key(after));
  if (old === undefined) return [];
  const [had, has] = [podsOf(old, before), podsOf(after, now)];
  if (had.length > 0 && has.length === 0) {
    const hint = 'change the labels of the pods first and the selector afterwards, or keep both';
    return [{ effect: 'downtime', path: 'spec.selector', message: 'the Service no longer selects any pods', hint }];
  }
  return (after.spec?.ports ?? []).flatMap(({ targetPort }: any, index: number): Consequence[] => {
    if (typeof targetPort !== 'string') return [];
    if (!had.some(({ ports }) => ports.has(targetPort)) || has.some(({ ports }) => ports.has(targetPort))) return [];
    const message = `the pods no longer have the port ${targetPort}, to which the Service sends traffic`;
    const hint = 'keep the name of the container port, or change targetPort with it';
    return [{ effect: 'downtime', path: `spec.ports[${index}].targetPort`, message, hint }];
  });
}

function podsOf(service: any, { workloads }: Topology): Topology['workloads'] {
  const matchLabels = service.spec?.selector ?? {};
  if (Object.keys(matchLabels).length === 0) return [];
  return workloads.filter(
    ({ object, labels }) =>
      appliedNamespaceOf(object) === appliedNamespaceOf(service) && selectorMatches({ matchLabels }, labels as any),
  );
}
