/** A field that is either an integer or a string: a port number or name, a count or a percentage. */
export type IntOrString = number | string;

/** Whether it is written as a percentage, digits and a percent sign. */
export function isPercent(value: IntOrString): value is string {
  return typeof value === 'string' && /^[0-9]+%$/.test(value);
}

/** The number before the percent sign; undefined when it is not a percentage. */
export function percentOf(value: IntOrString): number | undefined {
  return isPercent(value) ? Number(value.slice(0, -1)) : undefined;
}

/**
 * The integer of an int-or-string: the number itself, or the string read as a decimal integer; 0 for any other string,
 * as the server takes it.
 */
export function integerOf(value: IntOrString): number {
  if (typeof value === 'number') return value;
  return /^[-+]?[0-9]+$/.test(value) ? Number(value) : 0;
}

/** A number of pods, or the share of a percentage as a controller rounds it. */
export function podsOf(value: IntOrString, replicas: number, rounded: 'up' | 'down'): number {
  const percent = percentOf(value);
  if (percent === undefined) return integerOf(value);
  const share = (percent * replicas) / 100;
  return rounded === 'up' ? Math.ceil(share) : Math.floor(share);
}

/** Whether a rollout setting allows no pod at all: `0` or `0%`. */
export function isZeroOrZeroPercent(value: IntOrString): boolean {
  return (percentOf(value) ?? integerOf(value)) === 0;
}

/** Messages for a percentage above 100 %. */
export function notMoreThan100Percent(value: IntOrString): string[] {
  return (percentOf(value) ?? 0) > 100 ? ['must not be greater than 100%'] : [];
}

/** Messages for what is neither an integer of 0 or more nor a percentage. */
export function countOrPercent(value: IntOrString): string[] {
  if (typeof value === 'number') return value < 0 ? ['must be greater than or equal to 0'] : [];
  return isPercent(value)
    ? []
    : [
        `a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')`,
      ];
}
