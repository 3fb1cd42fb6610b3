import { type Step, stepsToField } from '../values';
import type { DecodingFinding } from './decode';

/** A copy of an object in which fields that the server cannot decode are converted or taken out, one after the other. */
export class Repair {
  /** @returns undefined for objects that cannot be copied, such as one with functions in it. */
  public static of(object: Readonly<Record<string, unknown>>): Repair | undefined {
    try {
      return new Repair(structuredClone(object) as Record<string, unknown>);
    } catch {
      return undefined;
    }
  }

  private readonly converted = new Set<string>();
  private readonly removed: string[] = [];

  private constructor(public readonly object: Record<string, unknown>) {}

  /** Converts or takes out the field of a finding; false when there is no such field. */
  public apply({ path, reason, isContent }: DecodingFinding): boolean {
    const steps = stepsToField(this.object, path);
    if (steps === undefined || steps.length === 0) return false;
    const parent = steps.slice(0, -1).reduce<any>((value, step) => value[step], this.object);
    const last = steps.at(-1)!;
    if (isContent === true) {
      this.removed.push(path);
      parent[last] = '';
      return true;
    }
    const conversion = reason === 'BadRequest' && !this.converted.has(path) ? converted(parent[last]) : undefined;
    if (conversion === undefined) {
      this.removed.push(path);
      takeOut(parent, last);
    } else {
      this.converted.add(path);
      parent[last] = conversion;
    }
    return true;
  }

  /** Whether a conversion of the field was tried; when it still cannot be decoded, that says nothing about the object. */
  public hasConverted(path: string): boolean {
    return this.converted.has(path);
  }

  /** Whether a finding at that path may only be there because something was taken out. */
  public hides(path: string): boolean {
    return path === '<nil>' || this.removed.some((removed) => isWithin(path, removed) || isWithin(removed, path));
  }
}

/** Text for numbers and booleans, and the other way round, as most wrong types are missing or needless quotes. */
function converted(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  if (/^-?(0|[1-9]\d{0,14})$/.test(value)) return Number(value);
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** An entry of a list leaves a null, so that the paths of the others remain. */
function takeOut(parent: any, step: Step): void {
  if (Array.isArray(parent)) parent[step as number] = null;
  else delete parent[step];
}

function isWithin(path: string, around: string): boolean {
  return path === around || (path.startsWith(around) && ['.', '['].includes(path.charAt(around.length)));
}
