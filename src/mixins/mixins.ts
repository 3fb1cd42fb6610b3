import type { IConstruct, IMixin } from 'constructs';
import { reportUnlessMatched } from '../overlay';
import { checked, checkedFactories } from '../props';
import { ConstructSelector, type IConstructSelector } from './construct-selector';

/** A mixin and a construct it was applied to. */
export interface MixinApplication {
  readonly construct: IConstruct;
  readonly mixin: IMixin;
}

/** Applies mixins to selected constructs of a tree; created by `Mixins.of`. */
@checked('MixinApplicator')
export class MixinApplicator {
  private readonly applications: MixinApplication[] = [];
  private demand: 'none' | 'any' | 'all' = 'none';

  public constructor(
    private readonly scope: IConstruct,
    private readonly selector: IConstructSelector,
  ) {}

  /** The constructs that currently match the selector. */
  public get selectedConstructs(): readonly IConstruct[] {
    return this.selector.select(this.scope);
  }

  /** The applications of mixins to constructs so far. */
  public get report(): readonly MixinApplication[] {
    return this.applications;
  }

  /** Makes subsequent `apply` calls throw when a selected construct does not support a mixin. */
  public requireAll(): this {
    this.demand = 'all';
    return this;
  }

  /** Makes subsequent `apply` calls throw when no selected construct supports any of the mixins. */
  public requireAny(): this {
    this.demand = 'any';
    return this;
  }

  /**
   * Applies the mixins in order to every selected construct that supports them. A mixin without a match is reported at
   * synthesis with the line of this call.
   *
   * @throws Error when `requireAll` or `requireAny` is not met.
   */
  public apply(...mixins: readonly IMixin[]): this {
    // Evaluated once: constructs that a mixin adds are not visited, as with `construct.with`.
    const constructs = this.selectedConstructs;
    const before = this.applications.length;
    for (const mixin of mixins) {
      const supported = constructs.filter((construct) => mixin.supports(construct));
      if (this.demand === 'all') this.demandAll(mixin, constructs, supported);
      for (const construct of supported) {
        mixin.applyTo(construct);
        this.applications.push({ construct, mixin });
      }
      if (supported.length === 0) reportUnlessMatched(this.scope, labelOf(mixin), () => false);
    }
    if (this.demand === 'any' && this.applications.length === before) {
      throw new Error(
        `${this.scope.node.path}: ${mixins.map(labelOf).join(', ')} not supported by any of the ${constructs.length} selected constructs`,
      );
    }
    return this;
  }

  private demandAll(mixin: IMixin, selected: readonly IConstruct[], supported: readonly IConstruct[]): void {
    const others = selected.filter((construct) => !supported.includes(construct)).map((other) => other.node.path);
    if (others.length > 0) {
      throw new Error(`${this.scope.node.path}: ${labelOf(mixin)} not supported by ${others.join(', ')}`);
    }
  }
}

/** Applies mixins to part of a tree, and can require that they match. */
export const Mixins = checkedFactories('Mixins', {
  /**
   * @param selector selects constructs in the scope. @default all constructs in the scope
   * @example
   * Mixins.of(chart, ConstructSelector.byKind('Deployment')).requireAny().apply(new Sidecar('shipper', {...}));
   */
  of(scope: IConstruct, selector: IConstructSelector = ConstructSelector.all()): MixinApplicator {
    return new MixinApplicator(scope, selector);
  },
});

function labelOf(mixin: IMixin): string {
  const { label } = mixin as { label?: unknown };
  return typeof label === 'string' ? label : mixin.constructor.name;
}
