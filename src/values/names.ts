import { byteLength, doesNotMatch, MUST_BE_NON_EMPTY, tooLong, tooManyBytes } from './messages';

/**
 * Names as apimachinery's `pkg/util/validation` and `pkg/api/validation` judge them. Each check returns the server's
 * messages; an empty array means that the name is fine.
 */

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const LABEL_WITH_UNDERSCORE = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const SUBDOMAIN_WITH_UNDERSCORE = `${LABEL_WITH_UNDERSCORE}(\\.${LABEL_WITH_UNDERSCORE})*`;
const DNS_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const WILDCARD = `\\*\\.${SUBDOMAIN}`;
const QUALIFIED_NAME_PART = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

/** Longest DNS label. */
export const LABEL_LIMIT = 63;
/** Longest DNS subdomain, and so the longest name of most objects. */
export const SUBDOMAIN_LIMIT = 253;

const whole = (expression: string): RegExp => new RegExp(`^${expression}$`);
const labelExpression = whole(LABEL);
const subdomainExpression = whole(SUBDOMAIN);
const subdomainWithUnderscoreExpression = whole(SUBDOMAIN_WITH_UNDERSCORE);
const caselessSubdomainExpression = new RegExp(subdomainExpression, 'i');
const dns1035Expression = whole(DNS_1035);
const wildcardExpression = whole(WILDCARD);
const namePartExpression = whole(QUALIFIED_NAME_PART);
const labelValueExpression = whole(`(${QUALIFIED_NAME_PART})?`);

function withinLimit(value: string, limit: number): string[] {
  return byteLength(value) > limit ? [tooLong(limit)] : [];
}

/** `IsDNS1123Label`: a Namespace, a container, a volume. */
export function dns1123Label(value: string): string[] {
  const problems = withinLimit(value, LABEL_LIMIT);
  if (labelExpression.test(value)) return problems;
  // A valid subdomain that is not a label can only differ by its dots.
  problems.push(
    subdomainExpression.test(value)
      ? 'must not contain dots'
      : doesNotMatch(
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
          LABEL,
          'my-name',
          '123-abc',
        ),
  );
  return problems;
}

/** `IsDNS1123Subdomain`: the name of most objects. */
export function dns1123Subdomain(value: string): string[] {
  const problems = withinLimit(value, SUBDOMAIN_LIMIT);
  if (!subdomainExpression.test(value)) {
    problems.push(
      doesNotMatch(
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
        SUBDOMAIN,
        'example.com',
      ),
    );
  }
  return problems;
}

/** `IsDNS1123SubdomainCaseless`: drivers, whose old names may have capitals. */
export function dns1123SubdomainCaseless(value: string): string[] {
  const problems = withinLimit(value, SUBDOMAIN_LIMIT);
  if (!caselessSubdomainExpression.test(value)) {
    problems.push(
      doesNotMatch(
        "an RFC 1123 subdomain must consist of alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
        SUBDOMAIN,
        'Example.com',
      ),
    );
  }
  return problems;
}

/** `IsDNS1123SubdomainWithUnderscore`: DNS search paths from 1.33 on. */
export function dns1123SubdomainWithUnderscore(value: string): string[] {
  const problems = withinLimit(value, SUBDOMAIN_LIMIT);
  if (!subdomainWithUnderscoreExpression.test(value)) {
    problems.push(
      doesNotMatch(
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character",
        SUBDOMAIN_WITH_UNDERSCORE,
        'example.com',
      ),
    );
  }
  return problems;
}

/** `IsDNS1035Label`: a Service. */
export function dns1035Label(value: string): string[] {
  const problems = withinLimit(value, LABEL_LIMIT);
  if (!dns1035Expression.test(value)) {
    problems.push(
      doesNotMatch(
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
        DNS_1035,
        'my-name',
        'abc-123',
      ),
    );
  }
  return problems;
}

/** `IsWildcardDNS1123Subdomain`: the host of an Ingress that starts with `*.`. */
export function wildcardDns1123Subdomain(value: string): string[] {
  const problems = withinLimit(value, SUBDOMAIN_LIMIT);
  if (!wildcardExpression.test(value)) {
    problems.push(
      doesNotMatch(
        "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character",
        WILDCARD,
        '*.example.com',
      ),
    );
  }
  return problems;
}

/** `IsQualifiedName`: a label key, a finalizer, an extended resource. */
export function qualifiedName(value: string): string[] {
  const parts = value.split('/');
  if (parts.length > 2) {
    return [
      `a valid label key ${doesNotConsist()} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ];
  }
  const problems: string[] = [];
  if (parts.length === 2) {
    const prefixProblems = parts[0] === '' ? [MUST_BE_NON_EMPTY] : dns1123Subdomain(parts[0]);
    problems.push(...prefixProblems.map((problem) => `prefix part ${problem}`));
  }
  const name = parts[parts.length - 1];
  if (name === '') problems.push(`name part ${MUST_BE_NON_EMPTY}`);
  else if (byteLength(name) > LABEL_LIMIT) problems.push(`name part ${tooManyBytes(LABEL_LIMIT)}`);
  if (!namePartExpression.test(name)) problems.push(`name part ${doesNotConsist()}`);
  return problems;
}

function doesNotConsist(): string {
  return doesNotMatch(
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
    QUALIFIED_NAME_PART,
    'MyName',
    'my.name',
    '123-abc',
  );
}

/** `IsValidLabelValue`. */
export function labelValue(value: string): string[] {
  const problems = byteLength(value) > LABEL_LIMIT ? [tooManyBytes(LABEL_LIMIT)] : [];
  if (!labelValueExpression.test(value)) {
    problems.push(
      doesNotMatch(
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
        `(${QUALIFIED_NAME_PART})?`,
        'MyValue',
        'my_value',
        '12345',
      ),
    );
  }
  return problems;
}

/** `IsPathSegmentName`: the name of an RBAC object, which becomes a part of a URL. */
export function pathSegmentName(value: string): string[] {
  if (value === '.' || value === '..') return [`may not be '${value}'`];
  return pathSegmentPrefix(value);
}

/** `IsPathSegmentPrefix`: a generateName that becomes a part of a URL. */
export function pathSegmentPrefix(value: string): string[] {
  return ['/', '%'].filter((part) => value.includes(part)).map((part) => `may not contain '${part}'`);
}

/**
 * What the server checks of a generateName: a final dash stands for the letters to come.
 *
 * @see apimachinery `maskTrailingDash`, which drops the character before the dash too
 */
export function maskTrailingDash(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix;
}
