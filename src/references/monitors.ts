import { containersOf } from '../facts';
import { didYouMean } from '../values';
import type { Cluster } from './cluster';
import { deployment, service } from './examples';
import { customList, namespaceOf } from './placed';
import type { Dangling, ReferenceRule } from './reference-rule';
import { selectionRule } from './selection-rules';

const PAGE = 'https://prometheus-operator.dev/docs/developer/getting-started/';
const monitor = (app: string, port = 'web') => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  metadata: { name: 'shop' },
  spec: { selector: { matchLabels: { app } }, endpoints: [{ port }] },
});
const labeled = { ...service(), metadata: { name: 'shop', labels: { app: 'shop' } } };

export const monitorSelector = selectionRule({
  id: 'monitor-selects-nothing',
  message: 'no Services match the selector',
  why: 'A monitor that selects nothing scrapes nothing, and Prometheus does not say so.',
  severity: 'warning',
  hint: 'use the labels of the Service, not those of its pods; for a PodMonitor, those of the pods',
  source: PAGE,
  refused: [deployment(), labeled, monitor('shopp')],
  accepted: [deployment(), labeled, monitor('shop')],
});

export const monitorPort: ReferenceRule = {
  id: 'monitor-port-unknown',
  message: 'no selected Service has a port named "metrics"',
  why: 'A monitor scrapes ports by their names; without the port it scrapes nothing.',
  hint: 'use the name of a port of the Service, not its number; for a PodMonitor, of a container port',
  source: PAGE,
  refused: [deployment(), labeled, monitor('shop', 'metrics')],
  accepted: [deployment(), labeled, monitor('shop')],
  on: 'any',
  check: ({ object }, cluster) => {
    if (!String(object?.apiVersion).startsWith('monitoring.coreos.com/')) return [];
    if (object.kind !== 'ServiceMonitor' && object.kind !== 'PodMonitor') return [];
    const isOfPods = object.kind === 'PodMonitor';
    const list = isOfPods ? 'podMetricsEndpoints' : 'endpoints';
    const names = isOfPods ? podPorts(object, cluster) : servicePorts(object, cluster);
    if (names === undefined) return [];
    return customList(object.spec?.[list]).flatMap((endpoint, index): Dangling[] => {
      const port = endpoint?.port;
      if (typeof port !== 'string' || names.includes(port)) return [];
      const message = `no selected ${isOfPods ? 'pod' : 'Service'} has a port named ${JSON.stringify(port)}`;
      const hint = didYouMean(port, names) ?? `the ports are ${names.join(', ') || 'not named'}`;
      return [{ field: `spec.${list}[${index}].port`, message, hint, certainty: 'wrong' }];
    });
  },
};

/** Names of the ports of the selected Services; undefined when none are in the input. */
function servicePorts(object: any, cluster: Cluster): string[] | undefined {
  const { selector = {}, namespaceSelector } = object.spec ?? {};
  const services = cluster
    .namespacesSelected(namespaceSelector, namespaceOf(object))
    .flatMap((namespace) => cluster.labeled('/Service', namespace, selector));
  return services.length === 0 ? undefined : services.flatMap((one) => namesIn(one.object.spec?.ports));
}

function podPorts(object: any, cluster: Cluster): string[] | undefined {
  const { selector = {}, namespaceSelector } = object.spec ?? {};
  const workloads = cluster
    .namespacesSelected(namespaceSelector, namespaceOf(object))
    .flatMap((namespace) => cluster.selected(namespace, selector));
  if (workloads.length === 0) return undefined;
  return workloads.flatMap(({ pod }) => containersOf(pod.spec).flatMap(({ container }) => namesIn(container.ports)));
}

function namesIn(ports: readonly any[] = []): string[] {
  return ports.map((port) => port?.name).filter((name): name is string => typeof name === 'string');
}
