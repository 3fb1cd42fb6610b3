import { isKind, refersTo } from '../../facts';
import { selectorText } from '../../values';
import type { Cluster } from '../input/cluster';
import { FoundOnce } from '../input/found-once';
import { namespaceOf, type Workload } from '../input/placed';
import { danglingOf } from '../rule/edge-rules';
import { deployment, service } from '../rule/examples';
import type { ReferenceRule } from '../rule/reference-rule';
import { scalersIn } from '../scaling/autoscalers';

const PAGE = 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/';
const statefulSet = (spec: object) => ({ ...deployment({ serviceName: 'shop', ...spec }), kind: 'StatefulSet' });
const headless = service({ clusterIP: 'None' });

export const statefulSetService: ReferenceRule = {
  id: 'stateful-set-service',
  message: 'the governing Service does not exist, is not headless, or selects other pods',
  why: 'The stable DNS names of the pods depend on a headless Service that selects them; without it, db-0.db does not resolve.',
  hint: 'add a Service with that name, clusterIP None and the labels of the pods as selector',
  source: `${PAGE}#stable-network-id`,
  refused: [statefulSet({ replicas: 3 }), service()],
  accepted: [statefulSet({ replicas: 3 }), headless],
  on: 'apps/StatefulSet',
  check: (subject, cluster) => {
    const { object } = subject;
    const name = object.spec?.serviceName;
    const found = cluster.find('/Service', namespaceOf(object), name);
    const governing = governingServices(object, cluster);
    const use =
      governing.length === 0 ? undefined : `use ${governing.join(' or ')}, the headless Service of these pods`;
    if (found === undefined)
      return danglingOf('stateful-set-service', subject, cluster).map((one) => ({ ...one, ...(use && { hint: use }) }));
    if (cluster.isOpen(found)) return [];
    const isHeadless = found.spec?.clusterIP === 'None';
    const selected = selectedBy(found, object, cluster);
    const isOfPods = selected.includes(object);
    const hasSelector = Object.keys(found.spec?.selector ?? {}).length > 0;
    const field = 'spec.serviceName';
    // Without pods of its own, an ordinary one may select by labels that the pods get later.
    if (hasSelector && !isOfPods && (isHeadless || selected.length > 0)) {
      const message = `Service ${JSON.stringify(name)} does not select these pods, so they have no DNS names`;
      const hint = use ?? (isHeadless ? selectorHint(object, found, cluster) : ADD);
      return [{ field, message, hint, certainty: 'wrong' }];
    }
    if (isHeadless || (isOfPods && isSingle(subject as Workload, cluster))) return [];
    const message = `Service ${JSON.stringify(name)} is not headless, so the pods have no DNS names`;
    const hint = use ?? (isOfPods ? `set clusterIP: None when the Service is created, or ${ADD}` : ADD);
    // It is needed only where pods are looked up by their own names.
    return [{ field, message, hint, certainty: 'likely' }];
  },
};

const ADD = 'add a headless Service (clusterIP None) with the labels of the pods as selector, and use its name';

/** The workloads beside a StatefulSet, itself among them, that a Service selects. */
function selectedBy({ spec }: any, set: any, cluster: Cluster): readonly any[] {
  const matchLabels = spec?.selector ?? {};
  const isEmpty = Object.keys(matchLabels).length === 0;
  return isEmpty ? [] : cluster.selected(namespaceOf(set), { matchLabels }).map(({ object }) => object);
}

/** Whether there is one pod, for which the name of the Service stands, and none of the input looks for its own name. */
function isSingle({ object }: Workload, cluster: Cluster): boolean {
  const { serviceName, replicas = 1, ordinals } = object.spec ?? {};
  const scaler = scalersIn(namespaceOf(object), cluster).find(({ target }) => refersTo(target, object));
  const own = `${object.metadata?.name}-${ordinals?.start ?? 0}.${serviceName}`;
  return Math.max(replicas, scaler?.maximum ?? 0) <= 1 && !namesOfPods.in(cluster, undefined).has(own);
}

/** All texts like `db-0.db` in what pods are given. */
const namesOfPods = new FoundOnce((_: undefined, cluster) => {
  const names = new Set<string>();
  for (const { object } of [...cluster.workloads, ...cluster.all('/ConfigMap'), ...cluster.all('/Secret')]) {
    for (const host of JSON.stringify(object).split(/[^a-z0-9.-]+/)) {
      const [pod = '', service] = host.split('.', 2);
      if (service && /-\d+$/.test(pod)) names.add(`${pod}.${service}`);
    }
  }
  return names;
});

/** Names of headless Services that select the pods of a StatefulSet. */
function governingServices(set: any, cluster: Cluster): string[] {
  return cluster
    .all('/Service', namespaceOf(set))
    .filter(({ object }) => object.spec?.clusterIP === 'None' && selectedBy(object, set, cluster).includes(set))
    .map(({ object }) => JSON.stringify(object.metadata?.name));
}

/** The labels that all pods of a governing Service share and no others have. */
function selectorHint(set: any, { metadata, spec }: any, cluster: Cluster): string {
  const namespace = namespaceOf(set);
  const ofSets = cluster
    .workloadsIn(namespace)
    .filter(({ object }) => isKind(object, 'apps/StatefulSet') && object.spec?.serviceName === metadata.name);
  const pods = new Set([...ofSets, ...cluster.selected(namespace, { matchLabels: spec.selector })]);
  if (pods.size === 1) return 'use the labels of the pod template as the selector of the Service';
  const labels = [...pods].map(({ pod }) => Object.entries<string>(pod.metadata?.labels ?? {}));
  const shared = labels.reduce((all, one) =>
    all.filter(([key, value]) => one.some(([k, v]) => k === key && v === value)),
  );
  const matchLabels = Object.fromEntries(shared);
  const isOfThem = shared.length > 0 && cluster.selected(namespace, { matchLabels }).every((one) => pods.has(one));
  return isOfThem
    ? `select all pods of the Service by ${selectorText({ matchLabels })}`
    : 'set a Service of its own in serviceName: this one is for other pods too';
}

export const statefulSetPartition: ReferenceRule = {
  id: 'stateful-set-partition',
  isConflict: true,
  message: 'partition 3 is not below 2 replicas: an update changes no pod',
  why: 'A rolling update changes only pods whose ordinal is at or above the partition.',
  severity: 'warning',
  hint: 'remove the partition when the update has been tried, or use one below the replicas',
  source: `${PAGE}#partitions`,
  refused: [statefulSet({ replicas: 2, updateStrategy: { rollingUpdate: { partition: 3 } } }), headless],
  accepted: [statefulSet({ replicas: 2, updateStrategy: { rollingUpdate: { partition: 1 } } }), headless],
  on: 'apps/StatefulSet',
  check: (subject) => {
    const { replicas = 1, updateStrategy, ordinals } = (subject as Workload).object.spec ?? {};
    const partition = updateStrategy?.rollingUpdate?.partition;
    const end = replicas + (ordinals?.start ?? 0);
    return typeof partition === 'number' && partition > 0 && replicas > 0 && partition >= end
      ? [
          {
            field: 'spec.updateStrategy.rollingUpdate.partition',
            message: `partition ${partition} is not below ${replicas} replicas: an update changes no pod`,
            certainty: 'likely',
          },
        ]
      : [];
  },
};
