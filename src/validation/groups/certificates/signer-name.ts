import type { Reason } from '../../../findings';
import { byteLength, dns1123Label, dns1123Subdomain, LABEL_LIMIT, SUBDOMAIN_LIMIT } from '../../../values';

interface SignerNameProblem {
  readonly reason: Reason;
  readonly message: string;
  /** The part of the name that is refused. */
  readonly value: string;
}

/** Longest signer name: two subdomains and a label, with a slash and a dot. */
const LIMIT = SUBDOMAIN_LIMIT + 1 + SUBDOMAIN_LIMIT + LABEL_LIMIT + 1;

/** `ValidateSignerName` of pkg/apis/core/validation, for a name that is not empty: `example.com/signer`. */
export function signerName(value: string): SignerNameProblem[] {
  const invalid = (message: string): SignerNameProblem => ({ reason: 'FieldValueInvalid', message, value });
  const tooLong = (limit: number): SignerNameProblem => ({
    reason: 'FieldValueTooLong',
    message: `may not be more than ${limit} bytes`,
    value,
  });
  const [domain, path, ...rest] = value.split('/');
  if (domain === undefined || path === undefined || rest.length > 0) {
    return [invalid("must be a fully qualified domain and path of the form 'example.com/signer-name'")];
  }
  const problems: SignerNameProblem[] = [];
  if (byteLength(domain) > SUBDOMAIN_LIMIT) problems.push(tooLong(SUBDOMAIN_LIMIT));
  const labels = domain.split('.');
  problems.push(...firstBroken(labels, dns1123Label).map((message) => ({ ...invalid(message), value: domain })));
  if (labels.length < 2) {
    problems.push({ ...invalid('should be a domain with at least two segments separated by dots'), value: domain });
  }
  problems.push(
    ...firstBroken(path.split('.'), dns1123Subdomain).map((message) => ({ ...invalid(message), value: path })),
  );
  if (byteLength(value) > LIMIT) problems.push(tooLong(LIMIT));
  return problems;
}

function firstBroken(labels: readonly string[], check: (label: string) => string[]): string[] {
  const label = labels.find((part) => check(part).length > 0);
  return label === undefined ? [] : check(label).map((detail) => `validating label "${label}": ${detail}`);
}
