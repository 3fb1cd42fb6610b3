import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { factsOf } from '../facts';
import type { coreV1, metaV1 } from '../kubernetes';
import { apiObjectOf } from '../overlay';
import { mapOf } from '../pod';
import { dropRepeatedTerms } from './repeated-terms';

/** A pod in a rendered manifest, which can be changed in place. */
export interface RenderedPod {
  /** The whole manifest: the Deployment, Job, …, or the Pod itself. */
  readonly workload: any;
  /** `Deployment`, `Pod`, … */
  readonly kind: string;
  /** Field path of the pod spec in the manifest, such as `spec.template.spec`. */
  readonly path: string;
  readonly podSpec: coreV1.PodSpec;
  readonly podMetadata: metaV1.ObjectMeta;
}

/** The object with a pod template of a construct: itself, its L1 child, or the primary object of a pattern. */
export function podObjectOf(construct: IConstruct): ApiObject | undefined {
  const apiObject = apiObjectOf(construct);
  return apiObject !== undefined && factsOf(apiObject).podTemplate !== undefined ? apiObject : undefined;
}

/** The pod of a manifest of one of these kinds. */
export function podOf(manifest: any): RenderedPod {
  const template = templateOf(manifest);
  template.spec ??= {};
  template.spec.containers ??= [];
  return {
    workload: manifest,
    kind: manifest.kind,
    path: [...factsOf(manifest).podTemplate!, 'spec'].join('.'),
    podSpec: template.spec,
    podMetadata: template.metadata ?? {},
  };
}

/** Changes the pod of a manifest; metadata is added only when it is not empty. */
export function changePod(manifest: any, change: (pod: RenderedPod) => void): void {
  const pod = podOf(manifest);
  change(pod);
  dropRepeatedTerms(pod.podSpec);
  if (Object.keys(pod.podMetadata).length > 0) templateOf(manifest).metadata = pod.podMetadata;
}

function templateOf(manifest: any): any {
  return factsOf(manifest).podTemplate!.reduce((parent, key) => {
    parent[key] ??= {};
    return parent[key];
  }, manifest);
}

/** The labels that the workload selects its pods by; the labels of the template for kinds without a selector. */
export function podLabels(workload: ApiObject): Record<string, string> {
  const manifest = workload.toJson();
  return manifest.spec?.selector?.matchLabels ?? podOf(manifest).podMetadata.labels ?? {};
}

/** Label by which cdk8s-plus selects the pods of a Pod; other objects must not have it. */
const ADDRESS_LABEL = 'cdk8s.io/metadata.addr';

/** The labels of the workload itself, which objects that belong to it also have; undefined when it has none. */
export function labelsOf(workload: ApiObject): Record<string, string> | undefined {
  const { [ADDRESS_LABEL]: _, ...labels } = workload.metadata.toJson()?.labels ?? {};
  return mapOf(labels);
}
