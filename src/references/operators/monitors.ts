import { containersOf } from '../../facts';
import { didYouMean } from '../../values';
import type { Cluster } from '../input/cluster';
import { isInjectedPort, mayBeInjected } from '../input/injected';
import { customList, namespaceOf, type Placed, type Workload } from '../input/placed';
import { deployment, service } from '../rule/examples';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';
import { selectionRule } from '../rule/selection-rules';

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
  on: ['monitoring.coreos.com/ServiceMonitor', 'monitoring.coreos.com/PodMonitor'],
  check: ({ object }, cluster) => {
    const isOfPods = object.kind === 'PodMonitor';
    const list = isOfPods ? 'podMetricsEndpoints' : 'endpoints';
    const workloads = podsOf(object, cluster);
    const names = isOfPods ? podPorts(workloads) : servicePorts(object, cluster);
    if (names === undefined) return [];
    return customList(object.spec?.[list]).flatMap((endpoint, index): Dangling[] => {
      const { port } = endpoint ?? {};
      const number = isOfPods ? endpoint?.portNumber : endpoint?.targetPort;
      if (port === undefined && number !== undefined) {
        return undeclared(number, `spec.${list}[${index}].${isOfPods ? 'portNumber' : 'targetPort'}`, object, cluster);
      }
      if (typeof port !== 'string' || names.includes(port)) return [];
      if (isOfPods && workloads.some((workload) => isInjectedPort(port, workload, cluster))) return [];
      const message = `no selected ${isOfPods ? 'pod' : 'Service'} has a port named ${JSON.stringify(port)}`;
      const hint =
        (isOfPods ? undefined : meantPort(port, object, cluster)) ??
        didYouMean(port, names) ??
        `the ports are ${names.join(', ') || 'not named'}`;
      // Other namespaces have more than the input, and pods more containers.
      const isOpen =
        object.spec?.namespaceSelector?.any === true ||
        (isOfPods && workloads.some((workload) => mayBeInjected(workload, cluster, port)));
      const certainty = isOpen ? 'likely' : 'wrong';
      return [{ field: `spec.${list}[${index}].port`, message, hint, certainty }];
    });
  },
};

/** The port of a selected Service that leads to the port of the pods of that name. */
function meantPort(port: string, object: any, cluster: Cluster): string | undefined {
  const ports = podsOf(object, cluster).flatMap(({ pod }) =>
    containersOf(pod.spec).flatMap(({ container }) => customList(container.ports)),
  );
  const numbers = ports.flatMap((one) => (one?.name === port ? [one.containerPort] : []));
  const meant = servicesOf(object, cluster)
    .flatMap((one) => customList(one.object.spec?.ports))
    .find((one) => one?.name && [port, ...numbers].includes(one.targetPort ?? one.port));
  return meant && `${port} is a port of the pods; use the port of the Service that leads to it, ${meant.name}`;
}

function servicesOf(object: any, cluster: Cluster): readonly Placed[] {
  const { selector = {}, namespaceSelector } = object.spec ?? {};
  return cluster
    .namespacesSelected(namespaceSelector, namespaceOf(object))
    .flatMap((namespace) => cluster.labeled('/Service', namespace, selector));
}

/** Names of the ports of the selected Services; undefined when none are in the input. */
function servicePorts(object: any, cluster: Cluster): string[] | undefined {
  const services = servicesOf(object, cluster);
  return services.length === 0 ? undefined : services.flatMap((one) => namesIn(one.object.spec?.ports));
}

/** A port of the pods, which need not declare it unless it has a name. */
function undeclared(port: unknown, field: string, object: any, cluster: Cluster): Dangling[] {
  const workloads = podsOf(object, cluster);
  if (workloads.some((workload) => isInjectedPort(port as string | number, workload, cluster))) return [];
  const ports = workloads.map(({ pod }) => containersOf(pod.spec).flatMap(({ container }) => container.ports ?? []));
  const isOpen = ports.length === 0 || ports.some((all) => all.length === 0 || all.some(isMeant));
  const message = `the selected pods do not declare port ${JSON.stringify(port)}`;
  const there = ports
    .flat()
    .map((one) => [one?.name, one?.containerPort].filter((part) => part !== undefined).join(' '));
  const hint = `they have ${[...new Set(there)].join(', ')}`;
  const isCertain =
    typeof port === 'string' &&
    object.spec?.namespaceSelector?.any !== true &&
    !workloads.some((workload) => mayBeInjected(workload, cluster, port));
  return isOpen ? [] : [{ field, message, hint, certainty: isCertain ? 'wrong' : 'likely' }];

  function isMeant(one: any): boolean {
    return one?.name === port || one?.containerPort === port;
  }
}

/** The pods that a monitor scrapes: those that it selects, or those of the Services. */
function podsOf(object: any, cluster: Cluster): readonly Workload[] {
  const { selector = {}, namespaceSelector } = object.spec ?? {};
  return cluster.namespacesSelected(namespaceSelector, namespaceOf(object)).flatMap((namespace) =>
    object.kind === 'PodMonitor'
      ? cluster.selected(namespace, selector)
      : cluster
          .labeled('/Service', namespace, selector)
          .filter((one) => Object.keys(one.object.spec?.selector ?? {}).length > 0)
          .flatMap((one) => cluster.selected(namespace, { matchLabels: one.object.spec.selector })),
  );
}

function podPorts(workloads: readonly Workload[]): string[] | undefined {
  if (workloads.length === 0) return undefined;
  return workloads.flatMap(({ pod }) => containersOf(pod.spec).flatMap(({ container }) => namesIn(container.ports)));
}

function namesIn(ports: readonly any[] = []): string[] {
  return ports.map((port) => port?.name).filter((name): name is string => typeof name === 'string');
}
