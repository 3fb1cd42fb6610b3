import * as kplus from 'cdk8s-plus-28';
import type { coreV1 } from '../../kubernetes';
import { amend, schemaOfObject, strategicMerge } from '../../overlay';

/** A cdk8s-plus construct that renders pods. */
export type PodConstruct = kplus.Workload | kplus.Pod;

/** Fields that cdk8s-plus always writes, with the default value of the server. */
const POD_DEFAULTS: Readonly<Record<string, unknown>> = {
  dnsPolicy: 'ClusterFirst',
  hostNetwork: false,
  restartPolicy: 'Always',
  setHostnameAsFQDN: false,
  terminationGracePeriodSeconds: 30,
};

const ADDRESS_LABEL = kplus.Pod.ADDRESS_LABEL;

/** Path from the manifest to its pod: empty for a Pod. */
function pathToPod(kind: string): readonly string[] {
  if (kind === 'Pod') return [];
  return kind === 'CronJob' ? ['spec', 'jobTemplate', 'spec', 'template'] : ['spec', 'template'];
}

/**
 * Merges the pod of a pattern into what cdk8s-plus renders, keeping what users add to the cdk8s-plus construct, and
 * removing the defaults that it writes.
 *
 * @param ownContainer name of the main container; of its cdk8s-plus fields only additions are kept.
 */
export function renderPod(
  construct: PodConstruct,
  ownContainer: string,
  template: () => coreV1.PodTemplateSpec & { spec: coreV1.PodSpec },
): void {
  amend(construct, (manifest) => {
    const path = pathToPod(manifest.kind);
    const pod = path.reduce((value, key) => value[key], manifest);
    removeNoise(pod, ownContainer);
    if (manifest.metadata?.labels) delete manifest.metadata.labels[ADDRESS_LABEL];
    const own = path.reduceRight<object>((value, key) => ({ [key]: value }), template());
    const { schema, resolve } = schemaOfObject(manifest.apiVersion, manifest.kind);
    return strategicMerge(manifest, own as Record<string, unknown>, schema, resolve);
  });
}

function removeNoise(pod: { metadata?: any; spec: any }, ownContainer: string): void {
  const { metadata, spec } = pod;
  if (metadata?.labels) {
    delete metadata.labels[ADDRESS_LABEL];
    if (Object.keys(metadata.labels).length === 0) delete metadata.labels;
  }
  if (metadata && Object.keys(metadata).length === 0) delete pod.metadata;
  for (const [field, value] of Object.entries(POD_DEFAULTS)) {
    if (spec[field] === value) delete spec[field];
  }
  delete spec.securityContext;
  spec.containers = orderedContainers(spec.containers, ownContainer);
  for (const container of [...spec.containers, ...(spec.initContainers ?? [])]) {
    if (container.securityContext?.privileged === false) delete container.securityContext.privileged;
  }
}

function orderedContainers(containers: any[], ownContainer: string): any[] {
  return containers.map((container) => {
    if (container.name !== ownContainer) return container;
    const { imagePullPolicy: _, securityContext: __, resources: ___, ...kept } = container;
    return kept;
  });
}

/** Makes all features of cdk8s-plus that select the pods of the construct (Services, NetworkPolicies, affinity) use these labels. */
export function selectPodsBy(construct: PodConstruct, labels: Readonly<Record<string, string>>): void {
  if (construct instanceof kplus.Workload && construct.kind !== 'Job' && construct.kind !== 'CronJob') {
    construct.select(kplus.LabelSelector.of({ labels: { ...labels } }));
  }
  construct.toPodSelectorConfig = () => {
    const { namespace } = construct.metadata;
    return {
      labelSelector: kplus.LabelSelector.of({ labels: { ...labels } }),
      namespaces: namespace === undefined ? undefined : { names: [namespace] },
    };
  };
}
