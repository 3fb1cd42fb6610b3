import { RE2JS } from 're2js';
import { hasChange } from '../../facts';
import { dns1123Label, dns1123Subdomain, isIpv4, ownField, parseAddress, parseGoUrl, parseRange } from '../../values';
import { parseDuration } from './durations';
import { isCreditCard, isIsbn10, isIsbn13 } from './numbers-with-check-digit';

const HOSTNAME = RE2JS.compile(
  '^([a-zA-Z0-9\\p{S}\\p{L}]((-?[a-zA-Z0-9\\p{S}\\p{L}]{0,62})?)|([a-zA-Z0-9\\p{S}\\p{L}](([a-zA-Z0-9-\\p{S}\\p{L}]{0,61}[a-zA-Z0-9\\p{S}\\p{L}])?)(\\.)){1,}([a-zA-Z\\p{L}]){2,63})$',
);

const uuid = (third: string, fourth: string): RegExp =>
  new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${third}-?${fourth}-?[0-9a-f]{12}$`, 'i');
const ANY_FOUR = '[0-9a-f]{4}';
const VARIANT = '[89ab][0-9a-f]{3}';

/** Go's `mail.ParseAddress`, but for comments and obsolete forms: an address, or a name with the address in angle brackets. */
const ATOM = "[\\w!#$%&'*+/=?^`{|}~\\u0080-\\uffff-]+";
const QUOTED = '"(?:[^"\\\\\\r\\n]|\\\\.)*"';
const ADDRESS = `(?:${ATOM}(?:\\.${ATOM})*|${QUOTED})@(?:${ATOM}(?:\\.${ATOM})*)`;
const EMAIL = new RegExp(`^\\s*(?:${ADDRESS}|[^<>@]*<${ADDRESS}>)\\s*$`);

const SHADE = '(?:0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])';

const matches =
  (expression: RegExp) =>
  (text: string): boolean =>
    expression.test(text);

/** Formats that the server checks, without dashes in their names. Unknown ones pass. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  hostname: (text) =>
    HOSTNAME.matcher(text).find() &&
    Buffer.byteLength(text) <= 255 &&
    text.split('.').every((part) => Buffer.byteLength(part) <= 63),
  email: matches(EMAIL),
  ipv4: (text) => text.includes('.') && isAddress(text) && isIpv4(parseAddress(text)!),
  ipv6: (text) => text.includes(':') && isAddress(text),
  cidr: (text) => parseRange(text) !== undefined,
  mac: matches(
    /^(?:[0-9a-f]{2}(?::[0-9a-f]{2}){5}(?:(?::[0-9a-f]{2}){2})?|[0-9a-f]{2}(?:-[0-9a-f]{2}){5}|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2,3}|[0-9a-f]{12}|[0-9a-f]{16}|[0-9a-f]{40})$/i,
  ),
  uuid: matches(uuid(ANY_FOUR, ANY_FOUR)),
  uuid3: matches(uuid('3[0-9a-f]{3}', ANY_FOUR)),
  uuid4: matches(uuid('4[0-9a-f]{3}', VARIANT)),
  uuid5: matches(uuid('5[0-9a-f]{3}', VARIANT)),
  uri: (text) => {
    const url = parseGoUrl(text);
    return typeof url !== 'string' && (url.scheme !== '' || text.startsWith('/'));
  },
  byte: matches(/^(?=.)(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
  hexcolor: matches(/^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/),
  bsonobjectid: matches(/^[0-9a-fA-F]{24}$/),
  ssn: matches(/^\d{3}[- ]\d{2}[- ]\d{4}$/),
  creditcard: isCreditCard,
  isbn: (text) => isIsbn10(text) || isIsbn13(text),
  isbn10: isIsbn10,
  isbn13: isIsbn13,
  rgbcolor: matches(new RegExp(`^rgb\\(\\s*${SHADE}\\s*,\\s*${SHADE}\\s*,\\s*${SHADE}\\s*\\)$`)),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
  datetime: (text) => {
    const [day = '', time = ''] = text.toLowerCase().split('t');
    const parts = /^(\d{2}):(\d{2}):(\d{2})(.[0-9]+)?(?:z|[+-]\d{2}:\d{2})$/.exec(time);
    if (parts === null || !/^\d{4}-\d{2}-\d{2}$/.test(day) || !isDay(day)) return false;
    return parts[1]! <= '23' && parts[2]! <= '59' && parts[3]! <= '59';
  },
  duration: (text) => parseDuration(text) !== undefined,
};

const NEWER: Readonly<Record<string, (text: string) => boolean>> = {
  k8sshortname: (text) => dns1123Label(text).length === 0,
  k8slongname: (text) => dns1123Subdomain(text).length === 0,
};

/** Whether a text is of a format; true for a format that the server does not know. */
export function hasFormat(format: string, text: string, minor: number): boolean {
  const name = format.replaceAll('-', '');
  const newer = hasChange(minor, 'ShortNameFormats') ? ownField(NEWER, name) : undefined;
  const check = ownField(FORMATS, name) ?? newer;
  return check === undefined || check(text);
}

const NUMBER_FORMATS: Readonly<Record<string, readonly string[]>> = {
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
};

/**
 * The format of a schema, or an empty string where the server drops it. It drops none for defaults.
 *
 * @see StripUnsupportedFormatsPostProcessorForVersion in apiextensions-apiserver pkg/apiserver/validation
 */
export function keptFormat(
  { format = '', type = '' }: { readonly format?: string; readonly type?: string },
  { minor, isDefault }: { readonly minor: number; readonly isDefault: boolean },
): string {
  if (isDefault || format === '') return format;
  return isRecognized(format, hasChange(minor, 'FormatsByType') ? type : 'string', minor) ? format : '';
}

/**
 * Whether the server warns about the format of a schema: one that it does not check in values of that type.
 *
 * @see GetUnrecognizedFormats in apiextensions-apiserver pkg/apiserver/validation
 */
export function isWarnedFormat(format: string, type: string, minor: number): boolean {
  if (format === '' || !hasChange(minor, 'FormatWarnings')) return false;
  if (type !== 'string' && !hasChange(minor, 'FormatsByType')) return false;
  return !isRecognized(format, type, minor);
}

/** Newer formats are recognized one version after they came, when all servers of a cluster know them. */
function isRecognized(format: string, type: string, minor: number): boolean {
  if (type !== '' && type !== 'string') return ownField(NUMBER_FORMATS, type)?.includes(format) === true;
  const name = format.replaceAll('-', '');
  if (Object.hasOwn(FORMATS, name) || name === 'password') return true;
  return hasChange(minor, 'ShortNameFormatsKept') && Object.hasOwn(NEWER, name);
}

function isAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
