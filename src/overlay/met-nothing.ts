import type { IConstruct } from 'constructs';
import { captureOrigin } from '../origin';
import { formatOrigin } from './format-origin';

/** One `scope.with(mixin)`: the constructs that it asks about, in its order. */
interface Walk {
  readonly constructs: readonly IConstruct[];
  position: number;
  met: number;
}

/**
 * Follows the walks of `construct.with(mixin)`, which tells a mixin nothing but one construct after the other, and has
 * a walk that met nothing reported when the app is synthesised.
 */
export class MetNothing {
  private walk: Walk | undefined;

  public constructor(private readonly mixin: string) {}

  /** To be told of each construct that the mixin is asked about. */
  public asked(construct: IConstruct, supported: boolean): void {
    if (this.walk?.constructs[this.walk.position] !== construct) {
      this.walk = isAskedByWith() ? this.begin(construct) : undefined;
    }
    if (this.walk !== undefined) {
      this.walk.position += 1;
      this.walk.met += supported ? 1 : 0;
    }
  }

  private begin(scope: IConstruct): Walk {
    const walk: Walk = { constructs: scope.node.findAll(), position: 0, met: 0 };
    reportUnlessMet(scope, this.mixin, () => walk.met);
    return walk;
  }
}

/** Adds the complaint to the scope, with the line that is being run now. */
export function reportUnlessMet(scope: IConstruct, mixin: string, met: () => number): void {
  const origin = formatOrigin(captureOrigin());
  scope.node.addValidation({
    validate: () =>
      met() > 0 ? [] : [`${mixin} was applied${origin} but met nothing at or below this construct that it supports`],
  });
}

/** A mere question (`mixin.supports(construct)`) leads to nothing and is no reason to complain. */
function isAskedByWith(): boolean {
  return /\bat (\w+\.)?with \(/.test(new Error().stack ?? '');
}
