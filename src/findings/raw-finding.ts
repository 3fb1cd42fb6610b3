import type { Finding, Reason, Severity } from './finding';

/** A finding before it is known whose object it is about. */
export interface RawFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly reason: Reason;
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly value?: Finding['value'];
  readonly params?: Finding['params'];
}
