import { type IConstruct, type IMixin, Node } from 'constructs';
import { captureOrigin } from '../origin';
import { describeValue, missingNames, PropsError, reporting } from '../props';
import { formatOrigin } from './format-origin';

/** What to report of a mixin whose `with` matched nothing. */
interface UnmatchedCheck {
  readonly label: string;
  readonly isMatch: (construct: IConstruct) => boolean;
  readonly otherIssues: () => readonly string[];
}

const checks = new WeakMap<IMixin, UnmatchedCheck>();

/**
 * Has every `scope.with(mixin)` that matches nothing reported when the app is synthesized. Asking a mixin whether it
 * supports a construct is not applying it, and is never reported.
 *
 * @param isMatch whether a supported construct is one that the mixin changes
 * @param otherIssues what is wrong with the mixin itself, when it may match a construct that is invalid
 */
export function reportWhenUnmatched(
  mixin: IMixin,
  label: string,
  isMatch: (construct: IConstruct) => boolean = () => true,
  otherIssues: () => readonly string[] = () => [],
): void {
  observeWith();
  checks.set(mixin, { label, isMatch, otherIssues });
}

/** Adds the finding to the scope, with the line that is being run now. */
export function reportUnlessMatched(
  scope: IConstruct,
  mixin: string,
  isMatched: () => boolean,
  otherIssues: () => readonly string[] = () => [],
): void {
  const origin = formatOrigin(captureOrigin());
  scope.node.addValidation({
    validate: () => {
      if (isMatched()) return [];
      if (missingNames(scope).length > 0) return otherIssues().map((issue) => `${mixin}${origin}: ${issue}`);
      return [`${mixin} was applied${origin} but did not match any supported construct in scope`];
    },
  });
}

interface Prototype {
  readonly host: IConstruct;
  with(...mixins: IMixin[]): IConstruct;
}

let observing = false;

/**
 * `constructs` passes a mixin one construct after the other and never tells it that a `with` began or ended, and what is not a mixin ends
 * in a TypeError. So `with` is observed as soon as this package has something to do with an object; mixins of others are
 * applied as before.
 */
export function observeWith(): void {
  if (observing) {
    return;
  }
  observing = true;
  const prototype = Node.prototype as unknown as Prototype;
  const original = prototype.with;
  prototype.with = function (this: Prototype, ...mixins: IMixin[]): IConstruct {
    const observed = mixins
      .filter((mixin) => isMixin(mixin) || refuse(this.host, mixin))
      .map((mixin) => observe(mixin, checks.get(mixin)));
    const result = original.apply(
      this,
      observed.map(({ standIn }) => standIn),
    );
    for (const { check, matches } of observed) {
      if (check !== undefined) {
        reportUnlessMatched(this.host, check.label, () => matches.some(check.isMatch), check.otherIssues);
      }
    }
    return result;
  };
}

function isMixin(given: unknown): given is IMixin {
  const { supports, applyTo } = Object(given) as Partial<IMixin>;
  return typeof supports === 'function' && typeof applyTo === 'function';
}

/** @returns false */
function refuse(host: IConstruct, given: unknown): boolean {
  reporting(host, () => {
    throw new PropsError(host.node.path, [
      {
        prop: 'with',
        message: `expected a mixin, got ${describeValue(given)}`,
        hint: 'use new Sidecar("name", { image, qos }), for example, or overlay(construct, { … }) for fields',
      },
    ]);
  });
  return false;
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
