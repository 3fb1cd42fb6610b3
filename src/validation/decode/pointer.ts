import type { Step } from '../../values';

/** Field path as the server's strict decoder writes it: map keys after a dot, too. */
export function decoderPath(steps: readonly Step[]): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

/** Compares two places by the order in which a reader of the document meets them. */
export function compareInDocument(value: unknown, left: readonly Step[], right: readonly Step[]): number {
  let at: any = value;
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [a, b] = [left[index]!, right[index]!];
    if (a !== b) {
      if (typeof a === 'number' && typeof b === 'number') return a - b;
      const keys = Object.keys(at);
      return keys.indexOf(String(a)) - keys.indexOf(String(b));
    }
    at = at[a];
  }
  return left.length - right.length;
}
