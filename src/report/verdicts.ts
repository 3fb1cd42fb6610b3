import type { Finding } from '../findings';

/** What kubectl apply answers to one object. */
export interface Verdict {
  /** Position of the object in the input, as in findings. */
  readonly document: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly verdict: 'accepted' | 'refused';
  /** The first error, which is the answer. */
  readonly message?: string;
  /** Whether the pods of the object can be created; only where they cannot, or not all of them. */
  readonly pods?: 'never' | 'some';
}

/** An object of the input, with its position. */
export interface JudgedObject {
  readonly object: any;
  readonly document: number;
}

const PODS: Readonly<Record<string, 'never' | 'some'>> = { 'pods-never-created': 'never', 'pods-exceed-quota': 'some' };
const OF_APPLY: readonly Finding['category'][] = ['api', 'apply', 'admission'];
/** Accepted, whatever becomes of it later. */
const LATER = [...Object.keys(PODS), 'claim-never-bound'];

/** The verdict for each object, in the order of the objects. */
export function verdictsOf(objects: readonly JudgedObject[], findings: readonly Finding[]): Verdict[] {
  return objects.map(({ object, document }): Verdict => {
    const { apiVersion, kind, metadata = {} } = object ?? {};
    const own = findings.filter(
      (finding) =>
        finding.document === document &&
        finding.severity === 'error' &&
        finding.kind === kind &&
        finding.name === metadata?.name,
    );
    const refusal = own.find(({ rule, category }) => OF_APPLY.includes(category) && !LATER.includes(rule));
    const pods = own.map(({ rule }) => PODS[rule]).find((one) => one !== undefined);
    return {
      document,
      apiVersion,
      kind,
      ...(metadata?.namespace !== undefined && { namespace: metadata.namespace }),
      ...(metadata?.name !== undefined && { name: metadata.name }),
      ...(refusal === undefined ? { verdict: 'accepted' } : { verdict: 'refused', message: refusal.message }),
      ...(pods !== undefined && { pods }),
    };
  });
}
