import { type Macro, Macros } from '../syntax/macros';
import type { Syntax } from '../syntax/parser';
import type { Type } from '../types/type';
import type { Nulls } from '../types/unification';
import type { Declaration, FieldTypes, Overload } from './declarations';

/** The fields of a struct type by its name; undefined for a name that is no such type. */
export type Structs = (name: string) => FieldTypes | undefined;

/** How strictly an environment takes literals and numbers. */
export interface Rules {
  /** Whether `a.?b` and the like can be used. */
  readonly hasOptionals: boolean;
  /** Whether an int can be compared with a double. */
  readonly comparesNumbers: boolean;
  /** Whether the entries of a list must have one type, and who finds out: the type checker or a later look at the literals. */
  readonly homogeneous: 'checker' | 'literals';
  readonly nulls: Nulls;
  /** Whether each side of `&&` and `||` is checked by itself, instead of both as parameters of a function. */
  readonly checksOperands: boolean;
  /** Whether halves of a character can be escaped, as `\\ud800`. */
  readonly takesSurrogates: boolean;
  /** Whether durations, times and regular expressions written out are tried when the expression is compiled. */
  readonly checksLiterals: boolean;
  /** Whether the text of `'…'.format([…])` is tried when the expression is compiled. */
  readonly checksFormats: boolean;
  /** Which lists and maps below `format(…)` may be mixed: all, or those in literals only. */
  readonly exemptsFormats: 'everything' | 'literals' | 'nothing';
}

/** The names, functions, types and macros that an expression can use. */
export class Environment implements Syntax {
  public readonly macros: Macros;
  private readonly functions: ReadonlyMap<string, readonly Overload[]>;

  public constructor(
    public readonly rules: Rules,
    private readonly allMacros: readonly Macro[],
    private readonly overloads: readonly Overload[],
    private readonly names: ReadonlyMap<string, Declaration>,
    private readonly structs: Structs,
    /** The environment that this one adds names and types to: it has the functions. */
    private readonly base?: Environment,
  ) {
    this.macros = base?.macros ?? new Macros(allMacros);
    this.functions = base?.functions ?? groupedByName(overloads);
  }

  public get takesSurrogates(): boolean {
    return this.rules.takesSurrogates;
  }

  public get hasOptionals(): boolean {
    return this.rules.hasOptionals;
  }

  /** The same environment with more names and types. */
  public extend(names: Readonly<Record<string, Type>>, structs: Structs = () => undefined): Environment {
    const declared = Object.entries(names).map(([name, type]) => [name, { type }] as const);
    return new Environment(this.rules, this.allMacros, this.overloads, new Map(declared), structs, this);
  }

  public withFunctions(functions: readonly Overload[]): Environment {
    return new Environment(this.rules, this.allMacros, [...this.overloads, ...functions], this.names, this.structs);
  }

  public withMacros(macros: readonly Macro[]): Environment {
    return new Environment(this.rules, [...this.allMacros, ...macros], this.overloads, this.names, this.structs);
  }

  public overloadsOf(name: string): readonly Overload[] | undefined {
    return this.functions.get(name);
  }

  public declarationOf(name: string): Declaration | undefined {
    return this.names.get(name) ?? this.base?.declarationOf(name);
  }

  /** The fields of a struct type; undefined when there is no such type. */
  public fieldsOf(struct: string): FieldTypes | undefined {
    return this.structs(struct) ?? this.base?.fieldsOf(struct);
  }
}

function groupedByName(overloads: readonly Overload[]): Map<string, Overload[]> {
  const groups = new Map<string, Overload[]>();
  for (const overload of overloads) groups.set(overload.name, [...(groups.get(overload.name) ?? []), overload]);
  return groups;
}
