/** Number of the run, from the first that remembers. */
let run: number | undefined;

/**
 * From now on what was found about a value is known again until the value changes. A process that runs an app again and again calls
 * this before every run; what the run before did not meet is forgotten.
 */
export function rememberUnchanged(): void {
  run = (run ?? 0) + 1;
}

/** Whether values of the run before come again. */
export function areUnchangedRemembered(): boolean {
  return run !== undefined;
}

interface Known<Result> {
  /** Of its own: programs may change theirs after it was looked at. */
  readonly value: unknown;
  readonly result: Result;
}

/** What depends on plain values alone, of the run before and of this one. */
export class Unchanged<Result> {
  private run = 0;
  private before = new Map<string, Known<Result>>();
  private now = new Map<string, Known<Result>>();

  /**
   * What was found about that value, or else what is found now.
   *
   * @param key under which one value is kept.
   * @param isKept whether a result may be used again.
   */
  public get(
    key: string,
    value: unknown,
    find: () => Result,
    isKept: (result: Result) => boolean = () => true,
  ): Result {
    if (run === undefined) return find();
    if (run !== this.run) {
      this.before = run === this.run + 1 ? this.now : new Map();
      this.now = new Map();
      this.run = run;
    }
    const known = this.now.get(key) ?? this.before.get(key);
    if (known !== undefined && isSame(known.value, value)) {
      this.now.set(key, known);
      return known.result;
    }
    // Before it is looked at: checks of the program may change it.
    const copy = copyOf(value, DEEPEST);
    const result = find();
    if (copy === undefined || !isKept(result)) this.now.delete(key);
    else this.now.set(key, { value: copy.value, result });
    return result;
  }
}

/** Deeper than any manifest. */
const DEEPEST = 100;

/** Undefined for what is not plain, or has something in it that is not: it may change without a difference that can be seen. */
function copyOf(value: unknown, depth: number): { readonly value: unknown } | undefined {
  if (typeof value === 'function' || typeof value === 'symbol' || depth === 0) return undefined;
  if (typeof value !== 'object' || value === null) return { value };
  const isArray = Array.isArray(value);
  if (!isArray && !isPlain(value)) return undefined;
  const copy: any = isArray ? [] : {};
  const keys = Object.keys(value);
  if (isArray && keys.length !== value.length) return undefined;
  for (const key of keys) {
    const inner = copyOf((value as any)[key], depth - 1);
    // A hole of another array looks like undefined.
    if (inner === undefined || key === '__proto__' || (isArray && inner.value === undefined)) return undefined;
    copy[key] = inner.value;
  }
  return { value: copy };
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** @param known a copy as above. Keys have the same order too, which that of findings and of the output may follow. */
function isSame(known: any, value: any): boolean {
  if (typeof known !== 'object' || known === null || typeof value !== 'object' || value === null)
    return Object.is(known, value);
  if (Array.isArray(known)) {
    if (!Array.isArray(value) || value.length !== known.length) return false;
    for (let index = 0; index < known.length; index++) if (!isSame(known[index], value[index])) return false;
    return true;
  }
  if (Array.isArray(value) || !isPlain(value)) return false;
  const keys = Object.keys(known);
  const others = Object.keys(value);
  if (keys.length !== others.length) return false;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    if (key !== others[index] || !isSame(known[key], value[key])) return false;
  }
  return true;
}
