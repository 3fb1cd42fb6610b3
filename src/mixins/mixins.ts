import type { IConstruct, IMixin } from 'constructs';
import { reportUnlessMatched } from '../overlay';
import { ConstructSelector, type IConstructSelector } from './construct-selector';

/** A mixin and a construct that it was applied to. */
export interface MixinApplication {
  readonly construct: IConstruct;
  readonly mixin: IMixin;
}

/** Applies mixins to chosen constructs of a tree; made by `Mixins.of`. */
export class MixinApplicator {
  private readonly applications: MixinApplication[] = [];
  private demand: 'none' | 'any' | 'all' = 'none';

  public constructor(
    private readonly scope: IConstruct,
    private readonly selector: IConstructSelector,
  ) {}

  /** Constructs that the selector chooses now. */
  public get selectedConstructs(): readonly IConstruct[] {
    return this.selector.select(this.scope);
  }

  /** What was applied to what. */
  public get report(): readonly MixinApplication[] {
    return this.applications;
  }

  /** From here on, `apply` throws when a selected construct does not support a mixin. */
  public requireAll(): this {
    this.demand = 'all';
    return this;
  }

  /** From here on, `apply` throws when none of the mixins fits any selected construct. */
  public requireAny(): this {
    this.demand = 'any';
    return this;
  }

  /**
   * Applies the mixins in order to every selected construct that supports them. One that matched nothing is reported at
   * synthesis with the line of this call.
   *
   * @throws Error when `requireAll` or `requireAny` is not met.
   */
  public apply(...mixins: readonly IMixin[]): this {
    // Taken once: constructs that a mixin adds are not visited, as with `construct.with`.
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
        `${this.scope.node.path}: ${mixins.map(labelOf).join(', ')} must fit at least one of the ${constructs.length} selected constructs, but fits none`,
      );
    }
    return this;
  }

  private demandAll(mixin: IMixin, selected: readonly IConstruct[], supported: readonly IConstruct[]): void {
    const others = selected.filter((construct) => !supported.includes(construct)).map((other) => other.node.path);
    if (others.length > 0) {
      throw new Error(
        `${this.scope.node.path}: ${labelOf(mixin)} must fit every selected construct, but does not support ${others.join(', ')}`,
      );
    }
  }
}

/** Applies mixins to a part of a tree, and can demand that they fit. */
export const Mixins = {
  /**
   * @param selector which constructs at and below the scope are meant. @default all of them
   * @example
   * Mixins.of(chart, ConstructSelector.byKind('Deployment')).requireAny().apply(new Sidecar('shipper', {...}));
   */
  of(scope: IConstruct, selector: IConstructSelector = ConstructSelector.all()): MixinApplicator {
    return new MixinApplicator(scope, selector);
  },
} as const;

function labelOf(mixin: IMixin): string {
  const { label } = mixin as { label?: unknown };
  return typeof label === 'string' ? label : mixin.constructor.name;
}
