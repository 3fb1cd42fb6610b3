import { hasChange } from '../../facts';
import type { RawFinding } from '../../findings';
import { qualifiedName } from '../../values';

const STANDARD: readonly string[] = ['orphan', 'foregroundDeletion', 'kubernetes'];
const FIELD = 'metadata.finalizers';

/** The server's warnings about finalizers of a custom resource that can conflict with those of other controllers. */
export function finalizerWarnings(finalizers: readonly string[], minor: number): RawFinding[] {
  if (!hasChange(minor, 'FinalizerWarnings')) return [];
  return [...new Set(finalizers)].sort().flatMap((finalizer) =>
    adviceOn(finalizer, minor).map(
      (advice): RawFinding => ({
        rule: 'custom-resource-finalizer',
        severity: 'warning',
        reason: 'Warning',
        path: FIELD,
        message: `${JSON.stringify(finalizer)}: ${advice}`,
      }),
    ),
  );
}

function adviceOn(finalizer: string, minor: number): string[] {
  const problems = qualifiedName(finalizer);
  if (finalizer.includes('/') || STANDARD.includes(finalizer)) return problems;
  const path = finalizer.includes('.') && hasChange(minor, 'FinalizerPathNamed') ? ' including a path (/)' : '';
  return [
    ...problems,
    `prefer a domain-qualified finalizer name${path} to avoid accidental conflicts with other finalizer writers`,
  ];
}
