import type { Finding } from '../findings';

/**
 * A wrong type or an unknown field ends a request, so that what else is wrong with the object is a note beside it. When all such
 * findings are acknowledged, because the object is applied in another way, nothing else says that it is refused: the notes are
 * errors then, and warnings where other objects or the node decide.
 *
 * @param key what stands for the object of a finding.
 */
export function raiseNotes<Found extends { readonly finding: Finding }>(
  remaining: readonly Found[],
  acknowledged: readonly Found[],
  key: (found: Found) => unknown,
): readonly Found[] {
  const raised = new Set(acknowledged.filter(stopsServer).map(key));
  if (raised.size === 0) return remaining;
  for (const one of remaining) if (stopsServer(one)) raised.delete(key(one));
  return remaining.map((one) => {
    const { finding } = one;
    if (finding.severity !== 'note' || !raised.has(key(one))) return one;
    const isError = finding.category === 'api' && finding.reason !== 'Warning';
    return { ...one, finding: { ...finding, severity: isError ? 'error' : 'warning' } };
  });
}

function stopsServer({ finding: { severity, reason } }: { readonly finding: Finding }): boolean {
  return severity === 'error' && (reason === 'BadRequest' || reason === 'UnknownField');
}
