import type { KubernetesVersion } from '../facts';
import type { RawFinding } from '../findings';
import { Repair } from './repair';

/** Rounds of repairs in one object. One with more wrong types is not a manifest with mistakes but something else. */
const MOST_ROUNDS = 50;

/** What the server would report after its first answer, and the object that it would then look at. */
export interface Further {
  readonly notes: readonly RawFinding[];
  /** The object without what made the server stop; undefined when that could not be taken out. */
  readonly repaired: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Looks beyond the point where the server stops. Wrong types and unknown fields end a request before any rule is asked: in a
 * copy such fields get the type that they should have, or are taken out, and the copy is checked again.
 *
 * @param found what the check found in the object itself; some of it stops the server.
 * @returns notes about the other fields. Nothing is reported at, above or below a field that was taken out.
 */
export function furtherFindings(
  object: Readonly<Record<string, unknown>>,
  version: KubernetesVersion,
  found: readonly RawFinding[],
  check: (object: unknown, version: KubernetesVersion) => readonly RawFinding[],
): Further {
  const repair = Repair.of(object);
  if (repair === undefined) return { notes: [], repaired: undefined };
  const known = new Set(found.map(keyOf));
  const notes: RawFinding[] = [];
  let current = found;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (!current.filter(stopsServer).every((raw) => repair.apply(raw))) break;
    current = check(repair.object, version);
    for (const raw of current) {
      const key = keyOf(raw);
      if (known.has(key) || repair.hides(raw.path)) continue;
      if (stopsServer(raw) && repair.hasConverted(raw.path)) continue;
      known.add(key);
      notes.push({ ...raw, severity: 'note' });
    }
    if (!current.some(stopsServer)) return { notes, repaired: repair.object };
  }
  return { notes, repaired: undefined };
}

/** The server decodes before it validates. */
export function stopsServer({ reason }: RawFinding): boolean {
  return reason === 'BadRequest' || reason === 'UnknownField';
}

function keyOf({ rule, path, message }: RawFinding): string {
  return JSON.stringify([rule, path, message]);
}
