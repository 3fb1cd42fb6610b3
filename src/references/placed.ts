import { groupOf, type PodTemplate } from '../facts';

/** An object and its position in the input. */
export interface Placed {
  readonly object: any;
  readonly document: number;
  /** The object is in the cluster, not in the input. */
  readonly isExternal?: true;
}

/** An object that creates pods, with its pod. */
export interface Workload extends Placed {
  readonly pod: PodTemplate;
}

/** Namespace of an object; empty if it is not set, for the one it is applied in. */
export function namespaceOf(object: any): string {
  return object?.metadata?.namespace ?? '';
}

/** Group and kind: `apps/Deployment`, `/Service`. */
export function kindKey(apiVersion: unknown, kind: unknown): string {
  return `${groupOf(String(apiVersion ?? ''))}/${kind}`;
}
