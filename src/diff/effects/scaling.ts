import { appliedNamespaceOf, groupKindOf, isKind } from '../../facts';
import type { Consequence } from '../types';

/** What to do about it is in the walkthrough of the HorizontalPodAutoscaler, "Migrating Deployments and StatefulSets". */
const HINT =
  'before the change, remove spec.replicas from what was applied: kubectl apply edit-last-applied, or apply with --server-side';

/**
 * A workload whose replicas are left to an autoscaler has one until the autoscaler acts, as `kubectl apply` takes the field that was
 * applied before away.
 *
 * @param written replicas of the manifest itself; undefined where they are left to the autoscaler.
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#implicit-maintenance-mode-deactivation
 */
export function scalingEffects(
  before: any,
  after: any,
  written: number | undefined,
  objects: readonly any[],
): Consequence[] {
  const [was, is]: number[] = [before.spec?.replicas ?? 1, after.spec?.replicas ?? 1];
  // Zero is reported for all workloads, and an autoscaler changes nothing about it.
  if (is! >= was! || is === 0) return [];
  const scaler = objects.find(
    (object) => isKind(object, 'autoscaling/HorizontalPodAutoscaler') && scales(object, after),
  );
  if (scaler === undefined) return [];
  const name = `the HorizontalPodAutoscaler ${scaler.metadata?.name}`;
  const downtime = (message: string, hint: string): Consequence[] => [
    {
      effect: 'downtime',
      path: 'spec.replicas',
      message: `replicas becomes ${is} where ${was} pods run${message}`,
      hint,
    },
  ];
  if (is === 0) return downtime(`: ${name} leaves a workload without replicas as it is`, 'set replicas to 1 or more');
  if ((scaler.spec?.minReplicas ?? 1) <= is!) return [];
  const hint = written === undefined ? HINT : `leave spec.replicas out of the manifest; ${HINT}`;
  return downtime(`, until ${name} acts`, hint);
}

function scales({ spec, ...scaler }: any, workload: any): boolean {
  const { apiVersion, kind, name } = spec?.scaleTargetRef ?? {};
  return (
    name === workload.metadata?.name &&
    groupKindOf({ apiVersion, kind }) === groupKindOf(workload) &&
    appliedNamespaceOf(scaler) === appliedNamespaceOf(workload)
  );
}
