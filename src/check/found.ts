import { type Finding, hintFor, offendingValue, placeOf } from '../findings';
import { fieldValue } from '../values';
import type { ManifestInput } from './check-options';

/** A finding and the index of the input that it is about. */
export interface FoundAt {
  readonly index: number | undefined;
  readonly finding: Finding;
}

/** Adds what is known of the object: its position in the input, where it was written, and the value of the field. */
export function placed(finding: Finding, index: number | undefined, inputs: readonly ManifestInput[]): FoundAt {
  const input = inputs[index ?? -1];
  if (input === undefined) return { index, finding };
  const place = finding.file === undefined ? placeOf(input, finding.path) : finding;
  const constructPath = finding.constructPath ?? input.origin?.constructPath;
  const hint = finding.hint && hintFor(finding.hint, constructPath);
  const value = finding.value ?? valueAt(input.object, finding.path);
  return {
    index,
    finding: {
      ...finding,
      ...(hint !== undefined && { hint }),
      ...(value !== undefined && { value }),
      ...(constructPath !== undefined && { constructPath }),
      ...(place?.file !== undefined && { file: place.file, line: place.line, column: place.column }),
      document: input.document ?? index,
    },
  };
}

/** The value of a field for a finding: a scalar, and never one of a Secret. */
function valueAt(object: unknown, path: string): Finding['value'] {
  if (path === '' || (object as { kind?: unknown } | null | undefined)?.kind === 'Secret') return undefined;
  const value = fieldValue(object, path);
  return typeof value === 'object' || typeof value === 'function' ? undefined : offendingValue(value);
}

/** Rules of which others report the same field of an object with the same fix. */
const SAME_AS: Readonly<Record<string, readonly string[]>> = {
  'image-tag-floating': ['image-latest'],
  'node-selector-contradiction': ['os-mismatch'],
  'pod-reference-unknown': [
    'pods-never-created',
    'admission-priority',
    'admission-runtime-class',
    'admission-service-account',
  ],
};

/** Rules of what the server rejects beside the field of another rule, which knows how to correct it. */
const REJECTED_BY: Readonly<Record<string, (path: string) => { readonly rule: string; readonly path: string }>> = {
  'autoscaler-target-unknown': (path) => ({ rule: 'autoscaler-reference-api-version', path }),
  'pre-stop-too-long': (path) => ({ rule: 'handler-sleep', path: `${path}.sleep` }),
  'subject-unknown': (path) => ({
    rule: 'subject-service-account-namespace',
    path: path.replace(/name$/, 'namespace'),
  }),
};

/** Fields that violate a level are notes beside the error of the server that is about all of them. */
export function withFieldsOfRefusals(findings: readonly Finding[]): readonly Finding[] {
  const keyOf = (finding: Finding, path: unknown) => `${objectOf(finding)} ${path}`;
  const refused = findings.flatMap((one) => {
    const fields = one.severity === 'error' ? one.params?.fields : undefined;
    return Array.isArray(fields) ? fields.map((field) => keyOf(one, field)) : [];
  });
  if (refused.length === 0) return findings;
  const known = new Set(refused);
  return findings.map((one) => {
    const isOfRefusal = one.category === 'policy' && one.severity === 'error' && known.has(keyOf(one, one.path));
    return isOfRefusal && one.rule.startsWith('pod-security-') ? { ...one, severity: 'note' } : one;
  });
}

/** Findings without those that another rule has reported already. */
export function withoutRepeated(findings: readonly Finding[]): Finding[] {
  const keyOf = (finding: Finding, rule: string) => `${objectOf(finding)} ${rule} ${finding.path}`;
  const reported = new Set(findings.map((finding) => keyOf(finding, finding.rule)));
  const hints = new Map<string, string | undefined>();
  const kept = findings.filter((finding) => {
    const others = SAME_AS[finding.rule] ?? [];
    const rejected = REJECTED_BY[finding.rule]?.(finding.path);
    const cause = rejected && keyOf({ ...finding, path: rejected.path }, rejected.rule);
    if (cause === undefined || !reported.has(cause))
      return !others.some((other) => reported.has(keyOf(finding, other)));
    hints.set(cause, finding.hint);
    return false;
  });
  return hints.size === 0
    ? kept
    : kept.map((finding) => {
        const hint = finding.hint ?? hints.get(keyOf(finding, finding.rule));
        return hint === undefined ? finding : { ...finding, hint };
      });
}

/** Items of a list are in one document. */
function objectOf({ document, kind, namespace, name }: Finding): string {
  return `${document} ${kind}/${namespace}/${name}`;
}

/** Findings of the same object, rule, field and words once, with the versions of all; in the order of the objects. */
export function merged(found: readonly FoundAt[]): FoundAt[] {
  const byKey = new Map<string, FoundAt>();
  for (const one of found) {
    const { kubernetesVersions, ...rest } = one.finding;
    // Documents of the cluster are no input.
    const object = one.index ?? [rest.file, rest.line, rest.column];
    const key = JSON.stringify([object, rest.rule, rest.severity, rest.path, rest.message]);
    const known = byKey.get(key);
    const versions = new Set([...(known?.finding.kubernetesVersions ?? []), ...kubernetesVersions]);
    byKey.set(key, {
      index: one.index,
      finding: { ...(known?.finding ?? one.finding), kubernetesVersions: [...versions] },
    });
  }
  return [...byKey.values()].sort((a, b) => (a.index ?? -1) - (b.index ?? -1));
}
