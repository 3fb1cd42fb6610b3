import type { TextCheck } from '../../pod';
import type { Problem } from '../../props';
import type { Naming } from '../naming';
import type { PodModel } from './pod-model';

/** What a kind of workload has of its own. */
export interface WorkloadKind {
  /** What its name may be. @default a DNS label, as its pods are called after it */
  readonly nameCheck?: TextCheck;
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /** Whose service account the pods have when none is given: one of their own, or the namespace's. @default 'own' */
  readonly serviceAccount?: 'own' | 'default';
  /** Tells what is wrong with the props that only this kind has. */
  readonly check?: (problem: Problem, naming: Naming, pod: PodModel) => void;
}
