import { parseQuantity } from '../../values';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})([.,]\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Standard base64 with padding, as Go's decoder takes it: line breaks do not count. */
export function isBase64(text: string): boolean {
  return BASE64.test(/[\r\n]/.test(text) ? text.replace(/[\r\n]/g, '') : text);
}

/** A `Time`: RFC 3339, with a fraction of a second or without. */
export function isTime(text: string): boolean {
  const parts = TIME.exec(text);
  if (parts === null) return false;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    isOffset(parts[8]!)
  );
}

/** A `MicroTime`: RFC 3339 with exactly six digits of fraction. */
export function isMicroTime(text: string): boolean {
  return isTime(text) && /:\d{2}\.\d{6}(?:Z|[+-])/.test(text);
}

/**
 * A `Quantity` written as a string, such as `500m` or `1Gi`. Go reads what stands between the quotes in JSON, so that a
 * character which JSON writes with a backslash is none of a number.
 */
export function isQuantity(text: string): boolean {
  return JSON.stringify(text).length === text.length + 2 && parseQuantity(text) !== undefined;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isOffset(zone: string): boolean {
  if (zone === 'Z') return true;
  return Number(zone.slice(1, 3)) <= 24 && Number(zone.slice(4)) < 60;
}
