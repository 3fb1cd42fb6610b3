import { factsOf, isKind, podTemplateOf } from '../facts';

/** The pods that the controller of a workload will create. */
export interface ControlledPods {
  /** A pod as the controller sends it to the server, before defaults; its spec is that of the workload. */
  readonly pod: any;
  /** Pods that run at the same time. 1 where it depends on nodes or on time. */
  readonly replicas: number;
  /** Field of the pod's spec in the workload. */
  readonly specPath: string;
  /** Field that says how many. */
  readonly replicasPath: string;
}

/** Characters of a name before the random ones. @see maxGeneratedNameLength of k8s.io/apiserver/pkg/storage/names */
const LONGEST_BASE = 57;

/** The pods of a workload, or undefined for objects that create none. */
export function controlledPods(object: any): ControlledPods | undefined {
  if (isKind(object, 'Pod', 'PodTemplate')) return undefined;
  const template = podTemplateOf(object);
  if (template === undefined) return undefined;
  const { name, namespace } = object.metadata;
  const { labels, annotations } = template.metadata;
  // Controllers add random characters to a name that they shorten.
  const metadata = {
    name: `${String(name).slice(0, LONGEST_BASE)}-00000`,
    namespace,
    ...(labels && { labels }),
    ...(annotations && { annotations }),
  };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec: template.spec };
  return { pod, specPath: template.specPath, ...replicasOf(object) };
}

function replicasOf(object: any): Pick<ControlledPods, 'replicas' | 'replicasPath'> {
  const { spec = {} } = object;
  const { pods } = factsOf(object);
  if (pods === 'parallelism') {
    const { parallelism = 1, completions = parallelism } = spec;
    return {
      replicas: spec.suspend === true ? 0 : Math.min(parallelism, completions),
      replicasPath: 'spec.parallelism',
    };
  }
  if (pods === 'on-schedule' || pods === 'on-each-node') return { replicas: 1, replicasPath: '' };
  return { replicas: spec.replicas ?? 1, replicasPath: 'spec.replicas' };
}
