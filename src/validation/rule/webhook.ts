import { hasChange } from '../../facts';
import { goQuote, type Reason } from '../../findings';
import { dns1123Subdomain, parseGoUrl, portNumber } from '../../values';

export interface WebhookProblem {
  /** Relative to the client configuration. */
  readonly field: string;
  readonly reason: Extract<Reason, 'FieldValueInvalid' | 'FieldValueRequired'>;
  readonly message: string;
  /** The refused part of the URL, or the refused field. */
  readonly value?: unknown;
}

const FORM = '; desired format: https://host[/path]';

/** `ValidateWebhookURL` of k8s.io/apiserver/pkg/util/webhook. */
export function webhookUrl(text: string): WebhookProblem[] {
  const url = parseGoUrl(text);
  if (typeof url === 'string') {
    return [
      {
        field: 'url',
        reason: 'FieldValueRequired',
        message: `url must be a valid URL: parse ${goQuote(text)}: ${url}${FORM}`,
      },
    ];
  }
  const problems: WebhookProblem[] = [];
  const invalid = (value: string, message: string) =>
    problems.push({ field: 'url', reason: 'FieldValueInvalid', message, value });
  if (url.scheme !== 'https') invalid(url.scheme, `'https' is the only allowed URL scheme${FORM}`);
  if (url.host === '') invalid(url.host, `host must be specified${FORM}`);
  if (url.user !== undefined) invalid(url.user, 'user information is not permitted in the URL');
  if (url.fragment !== '') invalid(url.fragment, 'fragments are not permitted in the URL');
  if (url.query !== '') invalid(url.query, 'query parameters are not permitted in the URL');
  return problems;
}

interface ServiceReference {
  readonly name?: string;
  readonly namespace?: string;
  readonly path?: string;
  readonly port?: number;
}

/**
 * `ValidateWebhookService` of k8s.io/apiserver/pkg/util/webhook.
 *
 * @param swapped The server mixes up name and namespace of admission webhooks: it names the other one as missing
 */
export function webhookService(service: ServiceReference, swapped: boolean, minor: number): WebhookProblem[] {
  const { name = '', namespace = '', path = '', port = 0 } = service;
  const problems: WebhookProblem[] = [];
  const missing = (field: string) => {
    const message = hasChange(minor, 'WebhookFieldRequired') ? '' : `service ${field} is required`;
    problems.push({ field: `service.${field}`, reason: 'FieldValueRequired', message });
  };
  if (name === '') missing(swapped ? 'namespace' : 'name');
  if (namespace === '') missing(swapped ? 'name' : 'namespace');
  const invalid = (field: string, message: string, value: unknown) =>
    problems.push({ field: `service.${field}`, reason: 'FieldValueInvalid', message, value });
  for (const detail of portNumber(port)) invalid('port', `port is not valid: ${detail}`, port);
  for (const detail of pathProblems(path)) invalid('path', detail, path);
  return problems;
}

function pathProblems(path: string): string[] {
  if (path === '' || path === '/') return [];
  if (path === '//') return ['segment[0] may not be empty'];
  const problems = path.startsWith('/') ? [] : ["must start with a '/'"];
  const steps = path.slice(1).replace(/\/$/, '').split('/');
  for (const [index, step] of steps.entries()) {
    if (step === '') problems.push(`segment[${index}] may not be empty`);
    else problems.push(...dns1123Subdomain(step).map((detail) => `segment[${index}]: ${detail}`));
  }
  return problems;
}
