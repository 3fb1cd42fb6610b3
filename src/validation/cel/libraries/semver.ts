import { functionOf, methodOf } from '../check/declarations';
import { EvaluationError } from '../values/errors';
import { ObjectValue } from '../values/values';
import type { Library } from './library';

interface Version {
  readonly numbers: readonly [major: bigint, minor: bigint, patch: bigint];
  readonly prerelease: readonly string[];
}

export class SemverValue extends ObjectValue {
  public readonly typeName = 'kubernetes.Semver';

  public constructor(public readonly version: Version) {
    super();
  }

  public override equals(other: SemverValue): boolean {
    return compare(this, other) === 0;
  }
}

const NUMBER = '(0|[1-9][0-9]*)';
const PRERELEASE = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)';
const BUILD = '[0-9A-Za-z-]+';
const VERSION = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(${PRERELEASE}(?:\\.${PRERELEASE})*))?(?:\\+${BUILD}(?:\\.${BUILD})*)?$`,
);
const LARGEST = 2n ** 64n - 1n;

/** @see https://semver.org, as github.com/blang/semver reads it */
function parse(text: string): Version | undefined {
  const found = VERSION.exec(text);
  if (found === null) return undefined;
  const [major, minor, patch] = found.slice(1, 4).map(BigInt) as [bigint, bigint, bigint];
  const prerelease = found[4]?.split('.') ?? [];
  const isTooLarge = [major, minor, patch].some((number) => number > LARGEST);
  return isTooLarge ? undefined : { numbers: [major, minor, patch], prerelease };
}

/** Takes away a `v` and zeros in front, and adds what is missing of `1` or `1.2`. */
function parseTolerant(text: string): Version | undefined {
  const [major = '', minor, ...rest] = text.replace(/^v/, '').split('.');
  const parts = [major, minor, rest.length === 0 ? undefined : rest.join('.')].filter((part) => part !== undefined);
  const trimmed = parts.map((part) =>
    part.length > 1 ? part.replace(/^0+(?=[0-9])|^0+(?=[^0-9]|$)/, '') || '0' : part,
  );
  const plain = trimmed.map((part) => (/^[0-9]/.test(part) || part === '' ? part : `0${part}`));
  if (plain.length < 3 && /[+-]/.test(plain.at(-1)!)) return undefined;
  return parse([...plain, '0', '0'].slice(0, 3).join('.'));
}

function read(text: string, isTolerant = false): Version | undefined {
  return isTolerant ? parseTolerant(text) : parse(text);
}

function semver(text: string, isTolerant = false): SemverValue {
  const version = read(text, isTolerant);
  if (version === undefined) throw new EvaluationError('Invalid semantic version');
  return new SemverValue(version);
}

function compare({ version: left }: SemverValue, { version: right }: SemverValue): -1 | 0 | 1 {
  for (const [index, number] of left.numbers.entries()) {
    const other = right.numbers[index]!;
    if (number !== other) return number < other ? -1 : 1;
  }
  const [one, other] = [left.prerelease, right.prerelease];
  if (one.length === 0 || other.length === 0) return one.length === other.length ? 0 : one.length === 0 ? 1 : -1;
  for (let index = 0; index < one.length && index < other.length; index++) {
    const order = compareIdentifiers(one[index]!, other[index]!);
    if (order !== 0) return order;
  }
  return one.length === other.length ? 0 : one.length < other.length ? -1 : 1;
}

/** Numbers come before words. */
function compareIdentifiers(left: string, right: string): -1 | 0 | 1 {
  const [isNumber, isOtherNumber] = [/^[0-9]+$/.test(left), /^[0-9]+$/.test(right)];
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  const [one, other] = isNumber ? [BigInt(left), BigInt(right)] : [left, right];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const TYPE = 'kubernetes.Semver';
const number =
  (index: 0 | 1 | 2) =>
  ({ version }: SemverValue) =>
    BigInt.asIntN(64, version.numbers[index]);

/** `k8s.io/apiserver/pkg/cel/library`: Semver. */
export const semanticVersions: Library = {
  introduced: 33,
  functions: [
    functionOf('string_to_semver', `semver(string): ${TYPE}`, (text) => semver(text)),
    functionOf('string_bool_to_semver', `semver(string, bool): ${TYPE}`, semver),
    functionOf('is_semver_string', 'isSemver(string): bool', (text) => read(text) !== undefined),
    functionOf(
      'is_semver_string_bool',
      'isSemver(string, bool): bool',
      (text, isTolerant) => read(text, isTolerant) !== undefined,
    ),
    methodOf(
      'semver_is_greater_than',
      `isGreaterThan(${TYPE}, ${TYPE}): bool`,
      (left, right) => compare(left, right) > 0,
    ),
    methodOf('semver_is_less_than', `isLessThan(${TYPE}, ${TYPE}): bool`, (left, right) => compare(left, right) < 0),
    methodOf('semver_compare_to', `compareTo(${TYPE}, ${TYPE}): int`, (left, right) => BigInt(compare(left, right))),
    methodOf('semver_major', `major(${TYPE}): int`, number(0)),
    methodOf('semver_minor', `minor(${TYPE}): int`, number(1)),
    methodOf('semver_patch', `patch(${TYPE}): int`, number(2)),
  ],
};
