import type { TextCheck } from '../../pod';
import type { ReportIssue } from '../../props';
import type { Naming } from '../naming';
import type { PodModel } from './pod-model';

/** What is specific to a kind of workload. */
export interface WorkloadKind {
  /** Name format. @default a DNS label, because pods are named after it */
  readonly nameCheck?: TextCheck;
  /** Whether there can be several pods, which are spread unless props set otherwise. @default false */
  readonly severalPods?: boolean;
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /** Default service account: a new one, or the default one of the namespace. @default 'own' */
  readonly serviceAccount?: 'own' | 'default';
  /** Reports invalid props that are specific to this kind. */
  readonly check?: (reportIssue: ReportIssue, naming: Naming, pod: PodModel) => void;
}
