import { groupKindOf, isKind } from '../../facts';
import { namespaceOf } from './placed';

/** More replicas than anyone lists by hand: their names are a pattern. */
const MOST_NAMES = 100;

/** Whether an object sets the number of pods of a StatefulSet. */
export function isScaler(object: any): boolean {
  return object?.spec?.scaleTargetRef?.kind === 'StatefulSet';
}

/** The StatefulSets whose number of pods an autoscaler of the input sets, and not their manifest. */
export class ScaledSets {
  private readonly keys = new Set<string>();

  public constructor(objects: readonly any[]) {
    for (const object of objects) {
      if (isScaler(object)) this.keys.add(`${namespaceOf(object)}/${object.spec.scaleTargetRef.name}`);
    }
  }

  /** First ordinal and number of the pods of a StatefulSet; undefined when their number is not known. */
  public ordinalsOf(object: any): { readonly first: number; readonly count: number } | undefined {
    const { replicas, ordinals } = object?.spec ?? {};
    const isScaled = this.keys.has(`${namespaceOf(object)}/${object?.metadata?.name}`);
    // One without replicas, or without any, is scaled by something outside the input.
    if (isScaled || typeof replicas !== 'number' || replicas === 0) return undefined;
    return { first: ordinals?.start ?? 0, count: replicas };
  }

  /** Whether an object may have a pod with that ordinal. */
  public mayHave(object: any, ordinal: string): boolean {
    if (!/^\d+$/.test(ordinal)) return false;
    const known = isKind(object, 'apps/StatefulSet') ? this.ordinalsOf(object) : undefined;
    return known === undefined || (Number(ordinal) >= known.first && Number(ordinal) < known.first + known.count);
  }

  /** The ordinals themselves, if they are known and few. */
  public listOf(object: any): readonly number[] | undefined {
    const known = groupKindOf(object) === 'apps/StatefulSet' ? this.ordinalsOf(object) : undefined;
    if (known === undefined || known.count > MOST_NAMES) return undefined;
    return Array.from({ length: known.count }, (_, index) => known.first + index);
  }
}
