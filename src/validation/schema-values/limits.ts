import { hasChange } from '../../facts';

/** `field.TooLongMaxLength`, and `field.TooLong` since it replaced it. */
export function tooLong(limit: number, minor: number): string {
  return hasChange(minor, 'LengthMessages')
    ? `may not be more than ${counted(limit, 'byte', minor)}`
    : `may not be longer than ${limit}`;
}

/** `field.TooMany` */
export function tooMany(limit: number, minor: number): string {
  return `must have at most ${counted(limit, 'item', minor)}`;
}

function counted(limit: number, unit: string, minor: number): string {
  return `${limit} ${unit}${limit === 1 && hasChange(minor, 'SingularItem') ? '' : 's'}`;
}
