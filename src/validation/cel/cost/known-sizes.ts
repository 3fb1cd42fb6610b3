import { hasChange } from '../../../facts';
import type { CheckedExpression } from '../check/inference';
import type { Expression } from '../syntax/ast';
import { ACCUMULATOR } from '../syntax/macros';
import { insideOptional, type Type } from '../types/type';
import { exactly, type Range } from './range';
import { type Path, type Sized, sizeAt } from './sizes';

const ONE = exactly(1);

/** What is known about the sizes of the keys and of the entries of a list or a map. */
export interface Entries {
  readonly isList: boolean;
  readonly key: Range;
  readonly value: Range;
}

/** A variable of a loop, or one that stands for a value. */
export interface Variable {
  readonly path: Path;
  readonly size?: Range | undefined;
  readonly entries?: Entries | undefined;
}

export type Variables = ReadonlyMap<string, Variable>;

/** What is known about a part of a call. */
export interface Part {
  readonly expression: Expression;
  readonly type: Type;
  readonly path: Path;
  /** The size that follows from the expression itself, or from what the schema says of its path. */
  readonly size: Range | undefined;
}

/** Everything that the costs of functions depend on. */
export interface Estimation {
  readonly minor: number;
  sizeOfPath(path: Path): Range | undefined;
}

/** What an estimate remembers of the expressions that it has seen. */
export class Sizes implements Estimation {
  protected readonly paths = new Map<number, Path>();
  protected readonly sizes = new Map<number, Range>();
  protected readonly entries = new Map<number, Entries>();
  protected readonly remembers: boolean;

  public constructor(
    protected readonly checked: CheckedExpression,
    private readonly root: Sized,
    public readonly minor: number,
  ) {
    this.remembers = hasChange(minor, 'CelSizesOfEntries');
  }

  public sizeOfPath(path: Path): Range | undefined {
    const size = sizeAt(this.root, path);
    return size === undefined ? undefined : { least: 0, most: size };
  }

  protected typeOf(expression: Expression): Type {
    return this.checked.types.get(expression.id)!;
  }

  protected pathOf(expression: Expression, variables: Variables): Path {
    const variable = expression.kind === 'identifier' ? variables.get(expression.name) : undefined;
    return variable?.path ?? this.paths.get(expression.id) ?? [];
  }

  protected copySizes(to: Expression, from: Expression, variables: Variables): void {
    const size = this.sizeOf(from, variables);
    if (size !== undefined) this.sizes.set(to.id, size);
    const entries = this.entriesOf(from, variables);
    if (entries !== undefined) this.entries.set(to.id, entries);
  }

  protected part(expression: Expression, variables: Variables): Part {
    const path = this.pathOf(expression, variables);
    return {
      expression,
      type: this.typeOf(expression),
      path: path[0] === ACCUMULATOR ? [] : path,
      size: this.sizeOf(expression, variables),
    };
  }

  protected sizeOf(expression: Expression, variables: Variables): Range | undefined {
    const known = this.sizes.get(expression.id) ?? ownSize(expression);
    if (known !== undefined) return known;
    const path = this.pathOf(expression, variables);
    const byPath = this.remembers || path[0] !== ACCUMULATOR ? this.sizeOfPath(path) : undefined;
    if (byPath !== undefined) return byPath;
    if (isScalar(this.typeOf(expression), this.minor)) return ONE;
    return expression.kind === 'identifier' ? variables.get(expression.name)?.size : undefined;
  }

  protected entriesOf(expression: Expression, variables: Variables): Entries | undefined {
    const known = this.entries.get(expression.id);
    return known ?? (expression.kind === 'identifier' ? variables.get(expression.name)?.entries : undefined);
  }
}

/** The size of what is written out. */
function ownSize(expression: Expression): Range | undefined {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      if (typeof value === 'string') return exactly(Array.from(value).length);
      return exactly(value instanceof Uint8Array ? value.length : 1);
    }
    case 'list':
      return exactly(expression.elements.length);
    case 'map':
      return exactly(expression.entries.length);
    default:
      return undefined;
  }
}

const SCALARS: readonly Type['kind'][] = ['bool', 'double', 'duration', 'int', 'timestamp', 'uint'];

function isScalar(type: Type, minor: number): boolean {
  const inside = insideOptional(type);
  if (inside === undefined) return SCALARS.includes(type.kind);
  return hasChange(minor, 'CelSizesOfOptionals') && isScalar(inside, minor);
}
