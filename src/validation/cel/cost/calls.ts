import { hasChange } from '../../../facts';
import type { Estimation, Part } from './known-sizes';
import { listCallCost } from './list-calls';
import { add, ENDLESS, exactly, multiply, type Range, range, times, UNKNOWN } from './range';

/** What a call costs beside its parameters, and the size of what it gives when that is known. */
export interface CallCost {
  readonly cost: Range;
  readonly size?: Range;
}

const TRAVERSAL = 0.1;
const REGEX = 0.25;
const AUTHORIZATION_CHECK = 350_000;
/** The longest of the regular expressions behind the named formats. */
const LONGEST_FORMAT_REGEX = 128;
const LONGEST_FORMAT = 64;
const ONE: CallCost = { cost: exactly(1) };

const sizeOf = (part: Part | undefined): Range => part?.size ?? UNKNOWN;
const traversal = (size: Range): CallCost => ({ cost: times(size, TRAVERSAL) });

/**
 * The cost of a call that depends on the function.
 *
 * @returns undefined when it is that of any other function
 * @see functionCost in cel-go, and EstimateCallCost in k8s.io/apiserver/pkg/cel/library
 */
export function callCost(
  estimation: Estimation,
  name: string,
  overload: string,
  target: Part | undefined,
  parts: readonly Part[],
): CallCost | undefined {
  return (
    listCallCost(overload, target, parts) ??
    kubernetesCost(estimation, name, overload, target, parts) ??
    standardCost(overload, target, parts)
  );
}

function kubernetesCost(
  estimation: Estimation,
  name: string,
  overload: string,
  target: Part | undefined,
  parts: readonly Part[],
): CallCost | undefined {
  const { minor } = estimation;
  const [first] = parts;
  switch (name) {
    case 'check':
      return { cost: exactly(AUTHORIZATION_CHECK) };
    case 'fieldSelector':
    case 'labelSelector':
      return { cost: selectorCost(sizeOf(first)) };
    case 'isSorted':
    case 'sum':
    case 'max':
    case 'min':
    case 'indexOf':
    case 'lastIndexOf':
      return target === undefined ? undefined : searchCost(estimation, target);
    case 'url':
      return { ...traversal(sizeOf(first)), ...(hasChange(minor, 'CelCostOfEquality') && { size: sizeOf(first) }) };
    case 'jsonpatch.escapeKey':
      return { ...traversal(sizeOf(first)), size: sizeOf(first) };
    case 'lowerAscii':
    case 'upperAscii':
    case 'substring':
    case 'trim':
      return { ...traversal(sizeOf(target)), size: sizeOf(target) };
    case 'replace':
      return {
        cost: times(sizeOf(target), 2 * TRAVERSAL),
        size: replacedSize(sizeOf(target), sizeOf(first), sizeOf(parts[1])),
      };
    case 'split':
      return { cost: times(sizeOf(target), 2 * TRAVERSAL), size: range(0, literalOf(parts[1]) ?? sizeOf(target).most) };
    case 'join':
      return joinCost(estimation, target!, first);
    case 'find':
    case 'findAll':
      return { cost: regexCost(sizeOf(target), sizeOf(first)), size: range(0, sizeOf(target).most) };
    case 'cidr':
    case 'isIP':
    case 'isCIDR':
    case 'quantity':
    case 'isQuantity':
      return hasChange(minor, 'CelCostOfAddresses') ? traversal(sizeOf(first)) : undefined;
    case 'ip':
      return overload === 'cidr_ip' ? ONE : traversal(sizeOf(first));
    case 'ip.isCanonical':
      return { cost: times(sizeOf(first), 2 * TRAVERSAL) };
    case 'containsIP':
      return {
        cost: add(exactly(4), overload === 'cidr_contains_ip_string' ? times(sizeOf(first), TRAVERSAL) : exactly(0)),
      };
    case 'containsCIDR':
      return {
        cost: add(exactly(7), overload === 'cidr_contains_cidr_string' ? times(sizeOf(first), TRAVERSAL) : exactly(0)),
      };
    case 'semver':
    case 'isSemver':
      return hasChange(minor, 'CelCostOfVersions') ? traversal(sizeOf(first)) : undefined;
    case 'validate':
      return hasChange(minor, 'CelCostOfFormats')
        ? { cost: times(times(sizeOf(first), TRAVERSAL), LONGEST_FORMAT_REGEX * REGEX) }
        : undefined;
    case '_==_':
      return hasChange(minor, 'CelCostOfEquality') ? objectEqualityCost(parts) : undefined;
    default:
      return undefined;
  }
}

const LITERAL_SELECTOR = 10;

function selectorCost(length: Range): Range {
  const requirements = times(times(length, 0.5), 50);
  return add(exactly(LITERAL_SELECTOR), times(length, TRAVERSAL), requirements);
}

/** Going through a list, whose texts cost more the longer they are, or through a text. */
function searchCost(estimation: Estimation, target: Part): CallCost {
  const [element] = target.type.parameters;
  if (element === undefined) return traversal(sizeOf(target));
  const isText = element.kind === 'string' || element.kind === 'bytes';
  const each = isText ? add(exactly(1), times(elementSize(estimation, target), TRAVERSAL)) : exactly(1);
  return { cost: multiply(sizeOf(target), each) };
}

function elementSize(estimation: Estimation, { path }: Part): Range {
  return (path.length === 0 ? undefined : estimation.sizeOfPath([...path, '@items'])) ?? UNKNOWN;
}

function joinCost(estimation: Estimation, target: Part, separator: Part | undefined): CallCost {
  const list = sizeOf(target);
  let size = multiply(list, elementSize(estimation, target));
  if (separator !== undefined) {
    const gaps = range(Math.max(0, list.least - 1), Math.max(0, list.most - 1));
    size = add(size, multiply(sizeOf(separator), gaps));
  }
  return { cost: times(size, TRAVERSAL), size };
}

/** The size of a text after `replace`. */
function replacedSize(text: Range, from: Range, to: Range): Range {
  let [least, most] = [0, 0];
  if (from.least === 0) most = (text.most + 1) * to.most + text.most;
  else most = to.most <= from.least ? text.most : Math.ceil(text.most / from.least) * to.most;
  if (from.most === 0) least = (text.least + 1) * to.least + text.least;
  else least = from.most <= to.least ? text.least : Math.ceil(text.least / from.most) * to.least;
  return range(least, most);
}

function literalOf(part: Part | undefined): number | undefined {
  const isInt = part?.expression.kind === 'literal' && typeof part.expression.value === 'bigint';
  return isInt ? Number(BigInt.asUintN(64, part.expression.value as bigint)) : undefined;
}

function regexCost(text: Range, pattern: Range): Range {
  return multiply(times(add(text, exactly(1)), TRAVERSAL), times(pattern, REGEX));
}

const CHEAP_OBJECTS = new Set([
  'net.IP',
  'net.CIDR',
  'kubernetes.Quantity',
  'kubernetes.Semver',
  'kubernetes.authorization.Authorizer',
  'kubernetes.authorization.PathCheck',
  'kubernetes.authorization.GroupCheck',
  'kubernetes.authorization.ResourceCheck',
  'kubernetes.authorization.Decision',
]);

function objectEqualityCost([left, right]: readonly Part[]): CallCost | undefined {
  if (left === undefined || right === undefined || left.type.name !== right.type.name) return undefined;
  const { name } = left.type;
  if (CHEAP_OBJECTS.has(name)) return ONE;
  if (name === 'kubernetes.NamedFormat') return { cost: times(range(1, LONGEST_FORMAT), TRAVERSAL) };
  if (name !== 'kubernetes.URL') return undefined;
  return { cost: times(range(1, right.size?.most ?? 1), TRAVERSAL) };
}

const COMPARISON = /^(?:(?:less|greater)(?:_equals)?_(?:string|bytes)|(?:not_)?equals)$/;

function standardCost(overload: string, target: Part | undefined, parts: readonly Part[]): CallCost | undefined {
  const [first, second] = parts;
  switch (overload) {
    case 'string_format':
      return traversal(sizeOf(target));
    case 'string_to_bytes': {
      const size = sizeOf(first);
      return { ...traversal(size), size: range(size.least, size.most >= ENDLESS ? ENDLESS : size.most * 4) };
    }
    case 'bytes_to_string': {
      const size = sizeOf(first);
      return { ...traversal(size), size: range(Math.floor(size.least / 4), size.most) };
    }
    case 'strings_quote': {
      const size = sizeOf(first);
      return { ...traversal(size), size: range(size.least + 2, size.most * 2 + 2) };
    }
    case 'starts_with_string':
    case 'ends_with_string':
      return traversal(sizeOf(first));
    case 'in_list':
      return { cost: sizeOf(second) };
    case 'matches_string':
      return { cost: regexCost(sizeOf(target), sizeOf(first)) };
    case 'contains_string':
      return { cost: multiply(times(sizeOf(target), TRAVERSAL), times(sizeOf(first), TRAVERSAL)) };
    default:
      return COMPARISON.test(overload) ? comparisonCost(sizeOf(first), sizeOf(second)) : undefined;
  }
}

function comparisonCost(left: Range, right: Range): CallCost {
  const most = Math.min(left.most, right.most);
  return { cost: times(range(most > 0 ? 1 : 0, most), TRAVERSAL) };
}
