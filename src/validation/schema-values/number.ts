import { hasChange } from '../../facts';
import { goFloat } from '../../findings';
import { Result } from './result';

/** The limits of numbers in a schema, which Go reads as floats. */
interface Limits {
  readonly type?: string;
  readonly format?: string;
  readonly multipleOf?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly maximum?: number;
  readonly exclusiveMaximum?: boolean;
}

/** A limit as a value is compared with it, and as the message shows it. */
interface Limit {
  readonly bound: number;
  readonly shown: string;
}

/** Go reads a number of JSON that is whole and has 64 bits as an integer, any other as a float. JavaScript rounds 2^63-1 up. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
}

/** Whether a limit is an integer of that format. */
export function fitsInteger(value: number, format: string | undefined): boolean {
  const limit = format === 'int32' ? 2 ** 31 : 2 ** 63;
  return Number.isInteger(value) && value >= -limit && value < limit;
}

/**
 * Checks a number against the limits of a schema.
 *
 * @see https://github.com/kubernetes/kube-openapi/blob/master/pkg/validation/validate/validator.go (numberValidator)
 */
export function numberResult(schema: Limits, value: number, path: string, minor: number): Result {
  const result = new Result();
  const add = (detail: string) => result.addInBody('FieldValueInvalid', path, detail, value);
  const limit = (name: string, bound: number | undefined): Limit | undefined => {
    if (bound === undefined) return undefined;
    const isMisfit = reportMisfit(result, schema, name, bound, path, minor);
    return isMisfit || !isInt64(value) ? { bound, shown: goFloat(bound) } : cutToInt64(bound);
  };
  reportMisfit(result, schema, 'Checked', value, path, minor);
  const factor = limit('MultipleOf', schema.multipleOf);
  if (factor !== undefined && factor.bound <= 0) {
    const detail = `factor MultipleOf declared for ${nameOf(path)} must be positive: ${factor.shown}`;
    result.add('FieldValueInvalid', path, detail, factor.bound);
  } else if (factor !== undefined && !Number.isInteger(value / factor.bound)) {
    add(`should be a multiple of ${factor.shown}`);
  }
  const minimum = limit('Minimum boundary', schema.minimum);
  const excludesMinimum = schema.exclusiveMinimum === true;
  if (minimum !== undefined && (excludesMinimum ? value <= minimum.bound : value < minimum.bound)) {
    add(`should be greater than ${excludesMinimum ? '' : 'or equal to '}${minimum.shown}`);
  }
  const maximum = limit('Maximum boundary', schema.maximum);
  const excludesMaximum = schema.exclusiveMaximum === true;
  if (maximum !== undefined && (excludesMaximum ? value >= maximum.bound : value > maximum.bound)) {
    add(`should be less than ${excludesMaximum ? '' : 'or equal to '}${maximum.shown}`);
  }
  result.passed++;
  return result;
}

/** Reports a value or limit that is not a number of the type and format of the schema. */
function reportMisfit(
  result: Result,
  { type, format }: Limits,
  name: string,
  value: number,
  path: string,
  minor: number,
): boolean {
  if (!hasChange(minor, 'IntegerLimitsChecked') || type !== 'integer' || fitsInteger(value, format)) return false;
  const words = format === 'int32' || format === 'int64' ? `with format ${format}` : '(default format)';
  result.addWithoutField(`${name} value must be of type integer ${words} in ${nameOf(path)}`);
  return true;
}

/** The conversion of Go on amd64: fractions are cut off, and what is too large either way is the smallest integer. */
function cutToInt64(bound: number): Limit {
  const cut = bound >= -(2 ** 63) && bound < 2 ** 63 ? Math.trunc(bound) : -(2 ** 63);
  return { bound: cut, shown: BigInt(cut).toString() };
}

function nameOf(path: string): string {
  return path.replace(/^\./, '');
}
