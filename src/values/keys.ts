import { gatesOf } from '../facts';
import { byteLength, doesNotMatch, MUST_BE_NON_EMPTY, tooLong } from './messages';
import { dns1123Label, dns1123Subdomain, qualifiedName, SUBDOMAIN_LIMIT } from './names';

/** Names of things inside objects: ports, variables, headers, keys. Messages as apimachinery's `pkg/util/validation`. */

const PERCENT = '[0-9]+%';
const HTTP_HEADER_NAME = '[-A-Za-z0-9]+';
const C_IDENTIFIER = '[A-Za-z_][A-Za-z0-9_]*';
const ENVIRONMENT_VARIABLE = '[-._a-zA-Z][-._a-zA-Z0-9]*';
const CONFIG_MAP_KEY = '[-._a-zA-Z0-9]+';
const HTTP_PATH = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";

function matches(value: string, expression: string): boolean {
  return new RegExp(`^${expression}$`).test(value);
}

/** Names that could climb out of a directory when they become files. */
function climbsOut(value: string): string[] {
  if (value === '.') return ["must not be '.'"];
  if (value === '..') return ["must not be '..'"];
  return value.startsWith('..') ? ["must not start with '..'"] : [];
}

/** `IsValidPortName`: an IANA service name, as for container ports. */
export function portName(value: string): string[] {
  const problems: string[] = [];
  if (byteLength(value) > 15) problems.push(tooLong(15));
  if (!/^[-a-z0-9]+$/.test(value)) {
    problems.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(value)) problems.push('must contain at least one letter (a-z)');
  if (value.includes('--')) problems.push('must not contain consecutive hyphens');
  if (value.startsWith('-') || value.endsWith('-')) problems.push('must not begin or end with a hyphen');
  return problems;
}

/** `IsValidPortNum`. */
export function portNumber(value: number): string[] {
  return inRange(value, 1, 65535);
}

/** `IsInRange`, both ends included. */
export function inRange(value: number, low: number, high: number): string[] {
  return value >= low && value <= high ? [] : [`must be between ${low} and ${high}, inclusive`];
}

/** `IsValidPercent`. */
export function percent(value: string): string[] {
  return matches(value, PERCENT)
    ? []
    : [doesNotMatch("a valid percent string must be a numeric string followed by an ending '%'", PERCENT, '1%', '93%')];
}

/** `IsHTTPHeaderName`. */
export function httpHeaderName(value: string): string[] {
  return matches(value, HTTP_HEADER_NAME)
    ? []
    : [
        doesNotMatch(
          "a valid HTTP header must consist of alphanumeric characters or '-'",
          HTTP_HEADER_NAME,
          'X-Header-Name',
        ),
      ];
}

/** `IsCIdentifier`. */
export function cIdentifier(value: string): string[] {
  return matches(value, C_IDENTIFIER)
    ? []
    : [
        doesNotMatch(
          "a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_'",
          C_IDENTIFIER,
          'my_name',
          'MY_NAME',
          'MyName',
        ),
      ];
}

/**
 * The name of an environment variable. Up to 1.31 the names that a shell takes, with dots and dashes; from 1.32 on
 * (gate RelaxedEnvironmentVariableValidation, on by default) any printable ASCII but `=`.
 */
export function environmentVariableName(value: string, minor: number): string[] {
  if (gatesOf(minor).has('RelaxedEnvironmentVariableValidation')) {
    const problems = value === '' ? [`environment variable name ${MUST_BE_NON_EMPTY}`] : [];
    if (!/^[\x20-\x3c\x3e-\x7e]*$/.test(value)) {
      problems.push("a valid environment variable name must consist only of printable ASCII characters other than '='");
    }
    return problems;
  }
  const problems = climbsOut(value);
  if (!matches(value, ENVIRONMENT_VARIABLE)) {
    problems.unshift(
      doesNotMatch(
        "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit",
        ENVIRONMENT_VARIABLE,
        'my.env-name',
        'MY_ENV.NAME',
        'MyEnvName1',
      ),
    );
  }
  return problems;
}

/** `IsConfigMapKey`: a key of a ConfigMap or Secret, which may become a file. */
export function configMapKey(value: string): string[] {
  const problems = byteLength(value) > SUBDOMAIN_LIMIT ? [tooLong(SUBDOMAIN_LIMIT)] : [];
  if (!matches(value, CONFIG_MAP_KEY)) {
    problems.push(
      doesNotMatch(
        "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
        CONFIG_MAP_KEY,
        'key.name',
        'KEY_NAME',
        'key-name',
      ),
    );
  }
  return [...problems, ...climbsOut(value)];
}

/** `IsFullyQualifiedName` of a value that is not empty (the server says Required for that). */
export function fullyQualifiedName(value: string): string[] {
  const problems = dns1123Subdomain(value);
  if (problems.length > 0) return [problems.join(',')];
  return value.split('.').length < 3 ? ['should be a domain with at least three segments separated by dots'] : [];
}

/** `IsFullyQualifiedDomainName` of a value that is not empty; a final dot is fine. */
export function fullyQualifiedDomainName(value: string): string[] {
  const name = value.endsWith('.') ? value.slice(0, -1) : value;
  const problems = dns1123Subdomain(name);
  if (problems.length > 0) return [problems.join(',')];
  const labels = name.split('.');
  if (labels.length < 2) return ['should be a domain with at least two segments separated by dots'];
  return labels
    .map(dns1123Label)
    .filter((found) => found.length > 0)
    .map((found) => found.join(','));
}

/** `IsDomainPrefixedPath` of a value that is not empty, such as `acme.io/foo`. */
export function domainPrefixedPath(value: string): { readonly problem: string; readonly value: string }[] {
  const slash = value.indexOf('/');
  if (slash <= 0 || slash === value.length - 1) {
    return [{ problem: 'must be a domain-prefixed path (such as "acme.io/foo")', value }];
  }
  const [domain, path] = [value.slice(0, slash), value.slice(slash + 1)];
  const problems = dns1123Subdomain(domain).map((problem) => ({ problem, value: domain }));
  return matches(path, HTTP_PATH)
    ? problems
    : [...problems, { problem: doesNotMatch('Invalid path', HTTP_PATH), value: path }];
}

/** `IsDomainPrefixedKey` of a value that is not empty, such as `acme.io/foo`. */
export function domainPrefixedKey(value: string): string[] {
  const problems = qualifiedName(value);
  if (problems.length > 0) return problems;
  return value.includes('/') ? [] : ['must be a domain-prefixed key (such as "acme.io/foo")'];
}
