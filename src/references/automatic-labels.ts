import { groupKindOf } from '../facts';
import type { LabelSelector } from '../values';
import { ownField } from '../values';

type Matches = (value: string, name: string) => boolean;

const generated: Matches = () => true;
const sameName: Matches = (value, name) => value === name;

/** Labels that controllers add to the pods of their objects. @see https://kubernetes.io/docs/reference/labels-annotations-taints/ */
const LABELS: Readonly<Record<string, Readonly<Record<string, Matches>>>> = {
  'apps/Deployment': { 'pod-template-hash': generated },
  'apps/ReplicaSet': { 'pod-template-hash': generated },
  'apps/DaemonSet': { 'controller-revision-hash': generated, 'pod-template-generation': generated },
  'apps/StatefulSet': {
    'controller-revision-hash': generated,
    'statefulset.kubernetes.io/pod-name': (value, name) =>
      value.startsWith(`${name}-`) && /^\d+$/.test(value.slice(name.length + 1)),
    'apps.kubernetes.io/pod-index': (value) => /^\d+$/.test(value),
  },
  'batch/Job': {
    'job-name': sameName,
    'batch.kubernetes.io/job-name': sameName,
    'controller-uid': generated,
    'batch.kubernetes.io/controller-uid': generated,
    'batch.kubernetes.io/job-completion-index': generated,
  },
  'batch/CronJob': {
    'job-name': (value, name) => value.startsWith(`${name}-`),
    'batch.kubernetes.io/job-name': (value, name) => value.startsWith(`${name}-`),
  },
  'argoproj.io/Rollout': { 'rollouts-pod-template-hash': generated },
};

/**
 * A selector without what the controller of the object sees to itself; undefined when the pods of the object cannot have such a
 * label.
 */
export function withoutAutomaticLabels(selector: LabelSelector, object: any): LabelSelector | undefined {
  const { matchLabels = {} } = selector;
  if (!Object.keys(matchLabels).some((key) => withoutAutomaticLabels.keys.has(key))) return selector;
  const labels = ownField(LABELS, groupKindOf(object)) ?? {};
  const name = String(object?.metadata?.name ?? '');
  const remaining: Record<string, string> = {};
  for (const [key, value] of Object.entries(matchLabels)) {
    const matches = ownField(labels, key);
    if (matches === undefined) remaining[key] = value;
    else if (!matches(value, name)) return undefined;
  }
  return { ...selector, matchLabels: remaining };
}

/** All labels that some controller adds. */
withoutAutomaticLabels.keys = new Set(Object.values(LABELS).flatMap(Object.keys));
