import { appliedNamespaceOf, groupKindOf, isKind } from '../../facts';
import type { Consequence } from '../types';

/** What to do about it is in the walkthrough of the HorizontalPodAutoscaler, "Migrating Deployments and StatefulSets". */
const HINT =
  'before the change, remove spec.replicas from what was applied: kubectl apply edit-last-applied, or apply with --server-side';

/**
 * A workload whose replicas are left to an autoscaler has one until the autoscaler acts, as `kubectl apply` takes the field that was
 * applied before away.
 */
export function scalingEffects(before: any, after: any, objects: readonly any[]): Consequence[] {
  const [was, is]: number[] = [before.spec?.replicas ?? 1, after.spec?.replicas ?? 1];
  if (is! >= was!) return [];
  const scaler = objects.find(
    (object) => isKind(object, 'autoscaling/HorizontalPodAutoscaler') && scales(object, after),
  );
  if (scaler === undefined || (scaler.spec?.minReplicas ?? 1) <= is!) return [];
  const message = `replicas becomes ${is} where ${was} pods run, until the HorizontalPodAutoscaler ${scaler.metadata?.name} acts`;
  return [{ effect: 'downtime', path: 'spec.replicas', message, hint: HINT }];
}

function scales({ spec, ...scaler }: any, workload: any): boolean {
  const { apiVersion, kind, name } = spec?.scaleTargetRef ?? {};
  return (
    name === workload.metadata?.name &&
    groupKindOf({ apiVersion, kind }) === groupKindOf(workload) &&
    appliedNamespaceOf(scaler) === appliedNamespaceOf(workload)
  );
}
