import { factsOf, isKind } from '../../facts';
import { isZeroOrZeroPercent, podsOf } from '../../values';
import { type ChangedField, fieldChanges } from '../field-changes';
import type { Consequence } from '../types';
import { firstOf } from './first-of';

/** What a change does to the pods of a workload: nothing, a rollout, or a time without any pod. */
export function podEffects(before: any, after: any): Consequence[] {
  if (isKind(after, 'Pod')) return imageEffects(before, after);
  if (!factsOf(after).rollsOut) return [];
  const found: Consequence[] = [];
  if ((before.spec?.replicas ?? 1) > 0 && after.spec?.replicas === 0) {
    found.push({
      effect: 'downtime',
      path: 'spec.replicas',
      message: 'all pods are stopped: replicas becomes 0',
      hint: 'keep at least one replica',
    });
  }
  const changes = fieldChanges(before.spec?.template, after.spec?.template);
  if (changes.length === 0) return found;
  const strategy = after.spec?.updateStrategy ?? after.spec?.strategy ?? {};
  const path = `spec.template.${changes[0]!.path}`;
  if (strategy.type === 'OnDelete') {
    const message = `pods get the new template when they are deleted: ${fieldsOf(changes)} changed, and the update strategy is OnDelete`;
    return [...found, { effect: 'changed', path, message, hint: 'delete the pods one after the other' }];
  }
  const waits = waitsFor(after, strategy);
  if (waits !== undefined) {
    const message = `no pod gets the new template yet: ${fieldsOf(changes)} changed, and ${waits.message}`;
    return [...found, { effect: 'changed', path, message, hint: waits.hint }];
  }
  const stop = stopsAll(after, strategy);
  found.push({ effect: 'restarts-pods', path, message: `pods are replaced: ${fieldsOf(changes)} changed` });
  if (stop !== undefined) found.unshift({ effect: 'downtime', path, ...stop });
  return found;
}

/** Why a new template is not rolled out. */
function waitsFor({ kind, spec }: any, strategy: any): { readonly message: string; readonly hint: string } | undefined {
  if (kind === 'Deployment' && spec.paused === true) {
    return { message: 'the Deployment is paused', hint: 'remove spec.paused, or use kubectl rollout resume' };
  }
  const [partition, replicas] = [strategy.rollingUpdate?.partition ?? 0, spec.replicas ?? 1];
  if (kind === 'StatefulSet' && partition > 0 && partition >= replicas) {
    const message = `the partition is ${partition} where replicas is ${replicas}`;
    return { message, hint: 'lower spec.updateStrategy.rollingUpdate.partition to roll it out' };
  }
  return undefined;
}

/** A pod of its own stays where it is when an image changes, and only the container starts again. */
function imageEffects(before: any, after: any): Consequence[] {
  const images = fieldChanges(before.spec, after.spec).filter(({ path }) => path.endsWith('.image'));
  if (images.length === 0) return [];
  const path = `spec.${images[0]!.path}`;
  return [{ effect: 'restarts-pods', path, message: `the container is restarted in its pod: ${path} changed` }];
}

function fieldsOf(changes: readonly ChangedField[]): string {
  // An item that is replaced by another one is two changes at one path.
  return firstOf([...new Set(changes.map(({ path }) => `spec.template.${path}`))]);
}

/** Why no pod runs for a while during the rollout. */
function stopsAll({ kind, spec }: any, strategy: any): Pick<Consequence, 'message' | 'hint'> | undefined {
  if (spec.replicas === 0) return undefined;
  if (kind === 'Deployment') {
    if (strategy.type === 'Recreate') {
      return {
        message: 'all old pods are stopped before new ones start: the strategy is Recreate',
        hint: 'use RollingUpdate if two versions may run at the same time',
      };
    }
    const { maxSurge, maxUnavailable } = strategy.rollingUpdate ?? {};
    const replicas = spec.replicas ?? 1;
    // Both cannot be 0: then one pod may be unavailable (ResolveFenceposts of the deployment controller).
    const unavailable =
      podsOf(maxUnavailable ?? '25%', replicas, 'down') || (isZeroOrZeroPercent(maxSurge ?? '25%') ? 1 : 0);
    if (unavailable < replicas) return undefined;
    return {
      message: `no pod has to be left while new ones start: replicas is ${replicas}, maxSurge ${maxSurge} and maxUnavailable ${maxUnavailable}`,
      hint: 'set maxUnavailable to 0 and maxSurge to 1, or run more replicas',
    };
  }
  if (kind === 'DaemonSet' && strategy.rollingUpdate?.maxUnavailable === '100%') {
    return {
      message: 'all pods are stopped at once: maxUnavailable is 100%',
      hint: 'set maxUnavailable to a part of the nodes, or use maxSurge',
    };
  }
  if (kind === 'StatefulSet' && (spec.replicas ?? 1) === 1) {
    return {
      message: 'its only pod is stopped before the new one starts',
      hint: 'run more replicas, or apply the change at a quiet time',
    };
  }
  return undefined;
}
