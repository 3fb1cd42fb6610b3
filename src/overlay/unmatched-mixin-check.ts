import { type IConstruct, type IMixin, Node } from 'constructs';
import { captureOrigin } from '../origin';
import { missingNames } from '../props';
import { formatOrigin } from './format-origin';

/** What to report of a mixin whose `with` matched nothing. */
interface UnmatchedCheck {
  readonly label: string;
  readonly isMatch: (construct: IConstruct) => boolean;
}

const checks = new WeakMap<IMixin, UnmatchedCheck>();

/**
 * Has every `scope.with(mixin)` that matches nothing reported when the app is synthesized. Asking a mixin whether it
 * supports a construct is not applying it, and is never reported.
 *
 * @param isMatch whether a supported construct is one that the mixin changes
 */
export function reportWhenUnmatched(
  mixin: IMixin,
  label: string,
  isMatch: (construct: IConstruct) => boolean = () => true,
): void {
  observeWith();
  checks.set(mixin, { label, isMatch });
}

/** Adds the finding to the scope, with the line that is being run now. */
export function reportUnlessMatched(scope: IConstruct, mixin: string, isMatched: () => boolean): void {
  const origin = formatOrigin(captureOrigin());
  scope.node.addValidation({
    validate: () =>
      isMatched() || missingNames(scope).length > 0
        ? []
        : [`${mixin} was applied${origin} but did not match any supported construct in scope`],
  });
}

interface Prototype {
  readonly host: IConstruct;
  with(...mixins: IMixin[]): IConstruct;
}

let observing = false;

/**
 * `constructs` passes a mixin one construct after the other and never tells it that a `with` began or ended. So the first
 * mixin of this package that a program makes has `with` observed; mixins of others are applied as before.
 */
function observeWith(): void {
  if (observing) {
    return;
  }
  observing = true;
  const prototype = Node.prototype as unknown as Prototype;
  const original = prototype.with;
  prototype.with = function (this: Prototype, ...mixins: IMixin[]): IConstruct {
    const observed = mixins.map((mixin) => observe(mixin, checks.get(mixin)));
    const result = original.apply(
      this,
      observed.map(({ standIn }) => standIn),
    );
    for (const { check, matches } of observed) {
      if (check !== undefined) {
        reportUnlessMatched(this.host, check.label, () => matches.some(check.isMatch));
      }
    }
    return result;
  };
}

/** Stands in for a mixin with a check, and notes what it is applied to. */
function observe(mixin: IMixin, check: UnmatchedCheck | undefined) {
  const matches: IConstruct[] = [];
  const standIn: IMixin = {
    supports: (construct) => mixin.supports(construct),
    applyTo: (construct) => {
      matches.push(construct);
      mixin.applyTo(construct);
    },
  };
  return { check, matches, standIn: check === undefined ? mixin : standIn };
}
