import type { IConstruct } from 'constructs';
import { captureOrigin } from '../origin';
import { formatOrigin } from './format-origin';

/** One `scope.with(mixin)`: the constructs that it asks about, in its order. */
interface Walk {
  readonly constructs: readonly IConstruct[];
  position: number;
  readonly met: IConstruct[];
}

/**
 * Follows the walks of `construct.with(mixin)`, which tells a mixin nothing but one construct after the other, and has
 * a walk that met nothing reported when the app is synthesised.
 */
export class MetNothing {
  private walk: Walk | undefined;

  /** @param isMetBy whether a supported construct is one that the mixin has something to do with. */
  public constructor(
    private readonly mixin: string,
    private readonly isMetBy: (construct: IConstruct) => boolean = () => true,
  ) {}

  /** To be told of each construct that the mixin is asked about. */
  public asked(construct: IConstruct, supported: boolean): void {
    if (this.walk?.constructs[this.walk.position] !== construct) {
      this.walk = isAskedByWith() ? this.begin(construct) : undefined;
    }
    if (this.walk !== undefined) {
      this.walk.position += 1;
      if (supported) this.walk.met.push(construct);
    }
  }

  private begin(scope: IConstruct): Walk {
    const walk: Walk = { constructs: scope.node.findAll(), position: 0, met: [] };
    reportUnlessMet(scope, this.mixin, () => walk.met.some(this.isMetBy));
    return walk;
  }
}

/** Adds the complaint to the scope, with the line that is being run now. */
export function reportUnlessMet(scope: IConstruct, mixin: string, isMet: () => boolean): void {
  const origin = formatOrigin(captureOrigin());
  scope.node.addValidation({
    validate: () =>
      isMet() ? [] : [`${mixin} was applied${origin} but met nothing at or below this construct that it supports`],
  });
}

/** `isAskedByWith`, `asked`, `supports` (twice, when overridden), `with`. */
const NEAR = 6;

/**
 * A mere question (`mixin.supports(construct)`) leads to nothing and is no reason to complain; neither is a selector's,
 * even where some `with` further up made another mixin use it.
 */
function isAskedByWith(): boolean {
  const frames = (new Error().stack ?? '').split('\n    at ').slice(1, NEAR);
  return frames.some((frame) => /^(\w+\.)?with \(/.test(frame));
}
