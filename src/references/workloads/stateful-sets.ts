import { isKind } from '../../facts';
import { selectorMatches, selectorText } from '../../values';
import type { Cluster } from '../input/cluster';
import { namespaceOf, type Workload } from '../input/placed';
import { danglingOf } from '../rule/edge-rules';
import { deployment, service } from '../rule/examples';
import type { ReferenceRule } from '../rule/reference-rule';

const PAGE = 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/';
const statefulSet = (spec: object) => ({ ...deployment({ serviceName: 'shop', ...spec }), kind: 'StatefulSet' });
const headless = service({ clusterIP: 'None' });

export const statefulSetService: ReferenceRule = {
  id: 'stateful-set-service',
  message: 'the governing Service does not exist, is not headless, or selects other pods',
  why: 'The stable DNS names of the pods depend on a headless Service that selects them; without it, db-0.db does not resolve.',
  hint: 'add a Service with that name, clusterIP None and the labels of the pods as selector',
  source: `${PAGE}#stable-network-id`,
  refused: [statefulSet({}), service()],
  accepted: [statefulSet({}), headless],
  on: 'apps/StatefulSet',
  check: (subject, cluster) => {
    const { object } = subject;
    const name = object.spec?.serviceName;
    const found = cluster.find('/Service', namespaceOf(object), name);
    if (found === undefined) {
      const governing = governingServices(object, cluster);
      const hint =
        governing.length === 0 ? undefined : `use ${governing.join(' or ')}, the headless Service of these pods`;
      return danglingOf('stateful-set-service', subject, cluster).map((one) => ({ ...one, ...(hint && { hint }) }));
    }
    const field = 'spec.serviceName';
    if (found.spec?.clusterIP !== 'None') {
      const message = `Service ${JSON.stringify(name)} is not headless, so the pods have no DNS names`;
      // It is needed only where pods are looked up by their own names.
      return [{ field, message, certainty: 'likely' }];
    }
    const labels = object.spec?.template?.metadata?.labels ?? {};
    const matchLabels = found.spec.selector ?? {};
    return Object.keys(matchLabels).length === 0 || selectorMatches({ matchLabels }, labels)
      ? []
      : [
          {
            field,
            message: `Service ${JSON.stringify(name)} does not select these pods, so they have no DNS names`,
            hint: selectorHint(object, found, cluster),
            certainty: 'wrong',
          },
        ];
  },
};

/** Names of headless Services that select the pods of a StatefulSet. */
function governingServices(set: any, cluster: Cluster): string[] {
  const labels = set.spec?.template?.metadata?.labels ?? {};
  return cluster.all('/Service', namespaceOf(set)).flatMap(({ object: { metadata, spec } }) => {
    const matchLabels = spec?.selector ?? {};
    const isOfPods = Object.keys(matchLabels).length > 0 && selectorMatches({ matchLabels }, labels);
    return spec?.clusterIP === 'None' && isOfPods ? [JSON.stringify(metadata?.name)] : [];
  });
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
