import { groupKindOf } from '../../facts';
import type { LabelSelector } from '../../values';
import { ownField } from '../../values';
import type { ScaledSets } from './ordinals';

/** Undefined when nothing sets the label of this object. */
type Matches = (value: string, object: any, sets: ScaledSets) => boolean | undefined;

const nameOf = (object: any) => String(object?.metadata?.name ?? '');

const generated: Matches = () => true;
const sameName: Matches = (value, object) => value === nameOf(object);
const ofCronJob: Matches = (value, object) => value.startsWith(`${nameOf(object)}-`);

/** A label and an annotation, of Jobs whose pods have indexes. */
const INDEX = 'batch.kubernetes.io/job-completion-index';

/**
 * Labels that Vault gives its own pods, with their state.
 *
 * @see https://developer.hashicorp.com/vault/docs/configuration/service-registration/kubernetes
 */
const VAULT = ['active', 'initialized', 'perf-standby', 'sealed', 'version'].flatMap((state) =>
  ['vault', 'openbao'].map((product) => [`${product}-${state}`, generated]),
);

/**
 * The label with which Patroni says which pod is the primary, in words of its versions, unless its variables have others.
 *
 * @see https://patroni.readthedocs.io/en/latest/kubernetes.html
 */
const patroni = (value: string, object: any): boolean | undefined => {
  const containers = object?.spec?.template?.spec?.containers;
  const runs = Object(containers) === containers ? labelsOfPatroni(containers) : undefined;
  if (runs === undefined) return undefined;
  return /^(?:master|primary|replica|standby_leader)$/.test(value) || runs === 'any';
};

const patroniOf = new WeakMap<object, 'usual' | 'any' | undefined>();

/** Which words Patroni uses for a list of containers, which may be asked for each selector of a namespace; undefined for one without it. */
function labelsOfPatroni(containers: object): 'usual' | 'any' | undefined {
  if (!patroniOf.has(containers)) {
    const text = JSON.stringify(containers);
    const isThere = /patroni|spilo/i.test(text);
    patroniOf.set(containers, isThere ? (text.includes('LABEL_VALUE') ? 'any' : 'usual') : undefined);
  }
  return patroniOf.get(containers);
}

/** Labels that controllers add to the pods of their objects. @see https://kubernetes.io/docs/reference/labels-annotations-taints/ */
const LABELS: Readonly<Record<string, Readonly<Record<string, Matches>>>> = {
  // The operator of MinIO labels the one of its pods that leads.
  'apps/Deployment': { 'pod-template-hash': generated, operator: (value) => value === 'leader' || undefined },
  'apps/ReplicaSet': { 'pod-template-hash': generated },
  'apps/DaemonSet': { 'controller-revision-hash': generated, 'pod-template-generation': generated },
  'apps/StatefulSet': {
    'controller-revision-hash': generated,
    'statefulset.kubernetes.io/pod-name': (value, object, sets) =>
      value.startsWith(`${nameOf(object)}-`) && sets.mayHave(object, value.slice(nameOf(object).length + 1)),
    'apps.kubernetes.io/pod-index': (value, object, sets) => sets.mayHave(object, value),
    ...Object.fromEntries(VAULT),
    role: patroni,
    'spilo-role': patroni,
  },
  'batch/Job': {
    'job-name': sameName,
    'batch.kubernetes.io/job-name': sameName,
    'controller-uid': generated,
    'batch.kubernetes.io/controller-uid': generated,
    [INDEX]: generated,
  },
  'batch/CronJob': {
    'job-name': ofCronJob,
    'batch.kubernetes.io/job-name': ofCronJob,
    'controller-uid': generated,
    'batch.kubernetes.io/controller-uid': generated,
    [INDEX]: generated,
  },
  'argoproj.io/Rollout': { 'rollouts-pod-template-hash': generated },
};

/**
 * A selector without what the controller of the object sees to itself; undefined when the pods of the object cannot have such a
 * label.
 */
export function withoutAutomaticLabels(
  selector: LabelSelector,
  object: any,
  sets: ScaledSets,
): LabelSelector | undefined {
  const matchLabels = selector.matchLabels ?? {};
  if (!Object.keys(matchLabels).some((key) => withoutAutomaticLabels.keys.has(key))) return selector;
  const labels = ownField(LABELS, groupKindOf(object)) ?? {};
  const remaining: Record<string, string> = {};
  for (const [key, value] of Object.entries(matchLabels)) {
    const matches = ownField(labels, key);
    const isSet = matches?.(value, object, sets);
    if (isSet === undefined) remaining[key] = value;
    else if (!isSet) return undefined;
  }
  return { ...selector, matchLabels: remaining };
}

/** All labels that some controller adds. */
withoutAutomaticLabels.keys = new Set(Object.values(LABELS).flatMap(Object.keys));

/** Whether the controller of some kind adds a label. */
export function isAutomatic(key: string): boolean {
  return withoutAutomaticLabels.keys.has(key);
}

/** Whether the controller of the object adds a label to its pods. */
export function mayBeAutomatic(key: string, object: any): boolean {
  const job = object.spec?.jobTemplate?.spec ?? object.spec;
  const isIndexed = key !== INDEX || job?.completionMode === 'Indexed';
  const matches = ownField(ownField(LABELS, groupKindOf(object)) ?? {}, key);
  return isIndexed && matches !== undefined && (matches !== patroni || patroni('', object) !== undefined);
}
