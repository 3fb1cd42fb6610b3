import { factsOf, groupKindOf, isKind, podTemplateOf } from '../facts';
import { ownField } from '../values';

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
/** For what the server or a controller makes up. */
const MADE_UP = '00000';

/** The name that the server gives to a pod that has only the beginning of one: when policies have changed it, before others judge it. */
export function generatedName(pod: any): string {
  return `${String(pod.metadata.generateName).slice(0, LONGEST_BASE)}${MADE_UP}`;
}

/** The pods of a workload, or undefined for objects that create none. */
export function controlledPods(object: any): ControlledPods | undefined {
  if (isKind(object, 'Pod', 'PodTemplate')) return undefined;
  const template = podTemplateOf(object);
  if (template === undefined) return undefined;
  const { name, namespace } = object.metadata;
  const { annotations, labels } = template.metadata;
  // Pods of a StatefulSet are numbered, all others get a random name from the server.
  const ofName = isKind(object, 'apps/StatefulSet') ? { name: `${name}-0` } : { generateName: `${name}-` };
  const ownLabels = labelsOfController(object);
  const metadata: Record<string, unknown> = ofName;
  metadata.namespace = namespace;
  if (labels ?? ownLabels) metadata.labels = { ...labels, ...ownLabels };
  if (annotations) metadata.annotations = annotations;
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec: template.spec };
  const { replicas, replicasPath } = replicasOf(object);
  return { pod, specPath: template.specPath, replicas, replicasPath };
}

const JOB_LABELS = ['batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name', 'controller-uid', 'job-name'];

/** Labels that a controller adds to its pods. */
const CONTROLLER_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'apps/DaemonSet': madeUp('controller-revision-hash', 'pod-template-generation'),
  'apps/Deployment': madeUp('pod-template-hash'),
  'apps/StatefulSet': madeUp(
    'apps.kubernetes.io/pod-index',
    'controller-revision-hash',
    'statefulset.kubernetes.io/pod-name',
  ),
  'batch/CronJob': madeUp(...JOB_LABELS),
  'batch/Job': madeUp(...JOB_LABELS),
};

function madeUp(...keys: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, MADE_UP]));
}

function labelsOfController(object: any): Readonly<Record<string, string>> | undefined {
  // With a selector of its own, a Job gets no labels.
  return object.spec?.manualSelector === true ? undefined : ownField(CONTROLLER_LABELS, groupKindOf(object));
}

/** How many pods of a workload run at the same time, 0 for objects that create none. */
export function controlledReplicas(object: any): number {
  return isKind(object, 'Pod', 'PodTemplate') || podTemplateOf(object) === undefined ? 0 : replicasOf(object).replicas;
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
