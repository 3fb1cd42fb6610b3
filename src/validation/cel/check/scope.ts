import type { Type } from '../types/type';
import type { Declaration } from './declarations';
import type { Environment } from './environment';

/** The names that can be used at a place: those of loops within those of the environment. */
export class Scope {
  public constructor(
    private readonly environment: Environment,
    private readonly names: ReadonlyMap<string, Declaration> = new Map(),
    private readonly outer?: Scope,
  ) {}

  public with(names: readonly (readonly [string, Type])[]): Scope {
    return new Scope(this.environment, new Map(names.map(([name, type]) => [name, { type }])), this);
  }

  /** What the name stands for. A dot before it leads to the names of the environment, as there are no others in front of it. */
  public lookUp(name: string): Declaration | undefined {
    if (name.startsWith('.')) return this.lookUp(name.slice(1));
    return (
      this.names.get(name) ??
      (this.outer === undefined ? this.environment.declarationOf(name) : this.outer.lookUp(name))
    );
  }
}
