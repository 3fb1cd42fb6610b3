import type { Edge } from './edge';

/** Rows of one kind: fields of its spec and what they are to, in the namespace of the object. */
export function rows(from: string, fields: Readonly<Record<string, Edge['to']>>, more: Partial<Edge> = {}): Edge[] {
  return Object.entries(fields).map(([path, to]) => ({
    from,
    path: `spec.${path}`,
    to,
    rule: 'custom-reference-unknown',
    ...more,
  }));
}

/** Keys that a controller reads in every target. */
export function keyOf(...otherwise: readonly string[]) {
  return { of: 'key', fields: [], otherwise } as const;
}

export const CERTIFICATE = keyOf('tls.crt', 'tls.key');
/** The key of a field beside the name. */
export const KEY = { of: 'key', fields: ['key'] } as const;
