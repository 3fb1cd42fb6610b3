import { hasChange } from '../../../facts';
import type { Reason } from '../../../findings';
import { byteLength, cIdentifier, dns1123Subdomain } from '../../../values';

interface NameProblem {
  readonly reason: Extract<Reason, 'FieldValueInvalid' | 'FieldValueTooLong' | 'FieldValueRequired'>;
  readonly message: string;
  /** The part of the name that is refused. */
  readonly value?: string;
}

const DOMAIN_LIMIT = 63;
const ID_LIMIT = 32;
const POOL_LIMIT = 253;

const invalid =
  (value: string) =>
  (message: string): NameProblem => ({ reason: 'FieldValueInvalid', message, value });
const tooLong = (limit: number): NameProblem => ({
  reason: 'FieldValueTooLong',
  message: `may not be more than ${limit} bytes`,
});

/** The name of a driver of devices, like that of a CSI driver. */
export function driverName(value: string, minor: number): NameProblem[] {
  if (value === '') {
    const missing: NameProblem = { reason: 'FieldValueRequired', message: '' };
    if (hasChange(minor, 'DeviceDriverNameAlone')) return [missing];
    return [missing, ...dns1123Subdomain('').map(invalid(''))];
  }
  return [
    ...(byteLength(value) > DOMAIN_LIMIT ? [tooLong(DOMAIN_LIMIT)] : []),
    ...dns1123Subdomain(value.toLowerCase()).map(invalid(value.toLowerCase())),
  ];
}

/** The name of a pool of devices: subdomains with slashes between them. */
export function poolName(value: string): NameProblem[] {
  if (value === '') return [{ reason: 'FieldValueRequired', message: '' }];
  return [
    ...(byteLength(value) > POOL_LIMIT ? [tooLong(POOL_LIMIT)] : []),
    ...value.split('/').flatMap((part) => dns1123Subdomain(part).map(invalid(part))),
  ];
}

/** `validateQualifiedName` of pkg/apis/resource: an identifier, with or without the domain of its maker. */
export function deviceAttributeName(value: string, minor: number): NameProblem[] {
  const parts = value.split('/');
  const missing = (message: string): NameProblem =>
    hasChange(minor, 'DeviceAttributeInvalid') ? invalid('')(message) : { reason: 'FieldValueRequired', message };
  if (value === '' && !hasChange(minor, 'DeviceAttributeInvalid')) return [missing('name required')];
  // The server lets names with several slashes pass.
  if (parts.length > 2) return [];
  const id = parts[parts.length - 1]!;
  if (parts.length === 1) return identifier(id);
  const domain = parts[0]!;
  return [
    ...(domain === '' ? [missing('the domain must not be empty')] : driverName(domain, minor)),
    ...(id === '' ? [missing('the name must not be empty')] : identifier(id)),
  ];
}

/** `validateFullyQualifiedName` of pkg/apis/resource. */
export function qualifiedAttributeName(value: string, minor: number): NameProblem[] {
  const problems = deviceAttributeName(value, minor);
  if (value.includes('/') || problems.some(({ reason }) => reason === 'FieldValueRequired')) return problems;
  const detail = hasChange(minor, 'DeviceDomainMessage')
    ? 'a fully qualified name must be a domain and a name separated by a slash'
    : 'must include a domain';
  return [...problems, invalid(value)(detail)];
}

function identifier(id: string): NameProblem[] {
  return [...(byteLength(id) > ID_LIMIT ? [tooLong(ID_LIMIT)] : []), ...cIdentifier(id).map(invalid(id))];
}
