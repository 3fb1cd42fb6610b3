import { begunName, nearestName } from '../values';
import { alternativesOf, objectsOf } from './alternatives';
import { conversionOf, describeShape, describeValue, isSensitive } from './describe';
import { exampleOf } from './examples';
import { fits, isLazy, isPlain } from './fits';
import { missingValueIn } from './missing-value';
import { isPlaceholder } from './placeholder';
import type { PropsIssue } from './props-error';
import type { ObjectShape, ParameterShape, Shape } from './shape';
import { definitionShape } from './shapes';
import { suggestProp } from './suggest';
import { suggestOther } from './suggest-other';
import { validValue } from './without-invalid';

export const UNKNOWN = 'unknown prop';

/** An issue; `isVague` when the construct itself may know better what is wrong with the prop. */
export interface ShapeIssue extends PropsIssue {
  readonly isVague?: boolean;
  readonly isMissing?: boolean;
  /** Of an unknown prop that another alternative has. */
  readonly isForeign?: boolean;
}

/** The result of a check against a shape. */
export interface ShapeCheck {
  readonly issues: readonly ShapeIssue[];
  /** Paths of objects with keys of the user, whose keys are checked by the construct itself. */
  readonly maps: readonly string[];
  /** Paths of values that stand in for something invalid that has been reported. */
  readonly dependencies: readonly string[];
  /** The arguments with plausible values in place of invalid ones, to find out what else is wrong with them. */
  readonly repaired: readonly unknown[];
}

/** Checks the arguments of a call: unknown and missing props, and values of the wrong type. */
export function checkArguments(parameters: readonly ParameterShape[], given: readonly unknown[]): ShapeCheck {
  const reader = new Reader();
  const repaired = parameters.flatMap(({ name, shape, optional, rest }, index) => {
    if (rest === true) return given.slice(index).map((value, at) => reader.read(value, shape, `${name}[${at}]`));
    const value = given[index];
    if (value === undefined && optional === true) return [undefined];
    return [reader.read(value, shape, name)];
  });
  return {
    issues: reader.issues,
    maps: reader.maps,
    dependencies: reader.dependencies,
    repaired: [...repaired, ...given.slice(repaired.length)],
  };
}

/** Checks an object against a definition, such as `CheckedAppProps`. */
export function checkDefinition(name: string, value: unknown): readonly ShapeIssue[] {
  return checkArguments([{ name: '', shape: { ref: name } }], [value]).issues;
}

/** Reads values by their shapes: collects issues, and returns values to go on with. */
class Reader {
  /** @param others what the value could be instead: objects whose props, and classes whose factories may have been meant. */
  public constructor(private readonly others: readonly Shape[] = []) {}

  public readonly issues: ShapeIssue[] = [];
  public readonly maps: string[] = [];
  public readonly dependencies: string[] = [];

  public read(value: unknown, shape: Shape, path: string): unknown {
    if (isPlaceholder(value)) {
      this.dependencies.push(path);
      return value;
    }
    const all = alternativesOf(shape);
    if (all.includes('any') || isLazy(value)) return value;
    // Beside other types, `false` is not what `true` is a mistake for.
    if (value === true && all.length > 1 && !all.some((one) => acceptsTrue(one)))
      return this.mismatch(value, shape, path);
    const fitting = all.filter((alternative) => fits(value, alternative));
    if (fitting.length === 0) return this.mismatch(value, shape, path);
    return this.readAsBest(value, fitting, all, path);
  }

  /** An alternative without issues, otherwise the one with the fewest; `type: 'NodePort'` decides where there is one. */
  private readAsBest(value: unknown, fitting: readonly Shape[], all: readonly Shape[], path: string): unknown {
    const attempts = fitting.map((alternative) => {
      const reader = new Reader(all.filter((other) => other !== alternative));
      return { reader, result: reader.readAs(value, alternative, path) };
    });
    const [best] = attempts.sort((a, b) => a.reader.weight - b.reader.weight);
    this.issues.push(...best!.reader.issues);
    this.maps.push(...best!.reader.maps);
    this.dependencies.push(...best!.reader.dependencies);
    return best!.result;
  }

  /**
   * A single literal weighs more: it tells the alternatives of a union apart, as does a prop that only another one has. A
   * known word for a prop weighs less than a similar one.
   */
  private get weight(): number {
    const weightOf = ({ message, hint, isForeign }: ShapeIssue) => {
      if (message.startsWith('must be "')) return 100;
      if (isForeign === true) return 1.5;
      return message === UNKNOWN && hint?.startsWith('use ') === true ? 0.5 : 1;
    };
    return this.issues.reduce((sum, issue) => sum + weightOf(issue), 0);
  }

  private readAs(value: unknown, shape: Shape, path: string): unknown {
    if (typeof shape === 'string') {
      if (typeof value === 'string') this.checkText(value, path);
      return value;
    }
    if ('literals' in shape) {
      if (shape.literals.includes(value as never)) return value;
      const names = shape.literals.map(String);
      const allowed = shape.literals.map((literal) => JSON.stringify(literal)).join(', ');
      const near = typeof value === 'string' ? (nearestName(value, names) ?? begunName(value, names)) : undefined;
      const hint = near === undefined ? undefined : `did you mean ${JSON.stringify(near)}?`;
      this.reportVaguely(
        path,
        `must be ${names.length === 1 ? '' : 'one of '}${allowed}, got ${JSON.stringify(value)}`,
        hint,
      );
      return value;
    }
    if ('list' in shape) {
      return (value as readonly unknown[]).map(
        (entry, index) => this.read(entry, shape.list, `${path}[${index}]`) ?? validValue('', shape.list),
      );
    }
    if ('map' in shape) return this.readMap(value as Record<string, unknown>, shape.map, shape.sparse === true, path);
    const definition = 'ref' in shape ? definitionShape(shape.ref)! : undefined;
    if (definition === undefined || !('props' in definition) || !isPlain(value)) return value;
    return this.readProps(value, definition, path, 'ref' in shape ? shape.ref : '');
  }

  private checkText(text: string, path: string): void {
    const missing = missingValueIn(text, path);
    if (missing === undefined) return;
    // The string may be a password.
    const what = missing.startsWith('[') ? 'an object' : 'a missing value';
    this.report(path, `contains ${JSON.stringify(missing)}, the text of ${what}`, 'set the value in the program');
  }

  private readMap(value: Record<string, unknown>, shape: Shape, sparse: boolean, path: string): unknown {
    if (!isPlain(value)) return value;
    this.maps.push(path);
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        sparse && entry === undefined ? undefined : this.read(entry, shape, joined(path, key)),
      ]),
    );
  }

  private readProps(value: Record<string, unknown>, shape: ObjectShape, path: string, owner: string): unknown {
    const { props, required = [], rest } = shape;
    const result: Record<string, unknown> = {};
    const renamed = new Set<string>();
    const given = Object.keys(value).filter((name) => value[name] !== undefined);
    for (const [key, entry] of Object.entries(value)) {
      if (entry === undefined) continue;
      const own = Object.hasOwn(props, key) ? props[key] : rest;
      if (own !== undefined) {
        const before = this.issues.length;
        const read = this.read(entry, own, joined(path, key));
        const isLost =
          this.issues.length > before && (read === undefined || (Array.isArray(read) && read.length === 0));
        // Without it the construct would report what follows from that.
        result[key] = isLost && required.includes(key) ? validValue(key, own, owner) : read;
        continue;
      }
      const other = suggestOther(path, key, entry, shape, given, this.others);
      const hint = other ?? suggestProp(key, entry, shape, given, this.others.flatMap(objectsOf));
      this.issues.push({
        prop: joined(path, key),
        message: UNKNOWN,
        hint,
        isVague: true,
        isForeign: other !== undefined,
      });
      result[key] = entry;
      const meant = nearestName(
        key,
        Object.keys(props).filter((name) => value[name] === undefined),
      );
      // A word with a meaning of its own is not read as the prop that it looks like.
      if (meant !== undefined && new RegExp(`\\b${meant}\\b`).test(hint ?? meant)) {
        renamed.add(meant);
        const read = new Reader().read(entry, props[meant]!, meant);
        const isLost = read === undefined || (Array.isArray(read) && read.length === 0);
        if (!isLost) result[meant] = read;
        else if (required.includes(meant)) result[meant] = validValue(meant, props[meant]!, owner);
      }
    }
    for (const name of required) {
      if (value[name] !== undefined || renamed.has(name)) continue;
      this.reportMissing(joined(path, name), name, props[name]!, owner);
    }
    return result;
  }

  private mismatch(value: unknown, shape: Shape, path: string): unknown {
    if (value === undefined) {
      this.reportMissing(path, path, shape);
      return repairOf(value, shape);
    }
    const [only, ...others] = alternativesOf(shape).filter(
      (alternative) => typeof alternative === 'object' && 'literals' in alternative,
    );
    if (others.length === 0 && isChoiceOfStrings(only) && typeof value === 'string')
      return this.readAs(value, only!, path);
    const got =
      typeof value === 'boolean' && others.length === 0 && only !== undefined ? `${value}` : describeValue(value);
    const secret = isSensitive(value) ? ', which would be written in clear' : '';
    this.report(path, `expected ${describeShape(shape)}, got ${got}${secret}`, conversionOf(value, shape, path));
    return repairOf(value, shape);
  }

  private reportMissing(path: string, name: string, shape: Shape, owner = ''): void {
    const example = exampleOf(name, shape, owner);
    const subject = path === '' ? 'an object with props is required' : 'is required';
    const message = example === undefined ? subject : `${subject}, ${example}`;
    this.issues.push({ prop: path, message, isVague: true, isMissing: true });
  }

  private reportVaguely(prop: string, message: string, hint?: string): void {
    this.issues.push({ prop, message, hint, isVague: true });
  }

  private report(prop: string, message: string, hint?: string): void {
    this.issues.push({ prop, message, hint });
  }
}

function acceptsTrue(shape: Shape): boolean {
  return shape === 'boolean' || (typeof shape === 'object' && 'literals' in shape && shape.literals.includes(true));
}

/** `false` beside an array is not a choice that a string could be a misspelling of. */
function isChoiceOfStrings(shape: Shape | undefined): boolean {
  return typeof shape === 'object' && 'literals' in shape && shape.literals.some((one) => typeof one === 'string');
}

function joined(path: string, key: string): string {
  const name = /^[\w$-]+$/.test(key) ? key : JSON.stringify(key);
  return path === '' ? name : `${path}.${name}`;
}

/** A value of the expected type, if there is an obvious one. */
function repairOf(value: unknown, shape: Shape): unknown {
  const kinds = alternativesOf(shape);
  if (kinds.includes('number')) return typeof value === 'string' && Number.isFinite(Number(value)) ? Number(value) : 1;
  if (kinds.includes('string')) return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'x';
  if (kinds.includes('boolean')) return value === 'true';
  if (kinds.some((kind) => typeof kind === 'object' && 'list' in kind)) return [];
  const definition = kinds.map((kind) =>
    typeof kind === 'object' && 'ref' in kind ? definitionShape(kind.ref) : undefined,
  );
  if (definition.some((found) => found !== undefined && 'props' in found && found.required === undefined)) return {};
  return undefined;
}
