import type { Finding } from '../../src/findings/finding';
import type { Verdict } from '../e2e/server/ask';

/** One thing that somebody complains about: where and with which reason word. */
export interface Complaint {
  readonly path: string;
  readonly reason: string;
  readonly message: string;
  /** Only ours have one. */
  readonly rule?: string;
}

export interface Comparison {
  readonly outcome: 'agree' | 'false accept' | 'false refusal' | 'other complaints';
  /** What the server says and we do not. */
  readonly missing: readonly Complaint[];
  /** What we say and the server does not. */
  readonly extra: readonly Complaint[];
}

/** With `warnings`, what is only told is compared as well; it does not change the outcome. */
export function compare(verdict: Verdict, findings: readonly Finding[], warnings = false): Comparison {
  const theirs = verdict.accepted ? [] : complaintsOfServer(verdict);
  const ours = oursToCompare(findings);
  const missing = without(theirs, ours);
  const extra = without(ours, theirs);
  if (!verdict.accepted && !ours.length) return { outcome: 'false accept', missing, extra };
  if (verdict.accepted && ours.length) return { outcome: 'false refusal', missing, extra };
  if (refusedBeforeValidation(verdict)) return { outcome: 'agree', missing: [], extra: [] };
  if (missing.length || extra.length) return { outcome: 'other complaints', missing, extra };
  return {
    outcome: 'agree',
    ...(warnings && verdict.accepted ? compareWarnings(verdict, findings) : { missing, extra }),
  };
}

/** What our check says, in the form of `complaintsOfServer`. */
export function oursToCompare(findings: readonly Finding[]): Complaint[] {
  return findings
    .filter(({ category, severity }) => category === 'api' && severity === 'error')
    .map(({ path, reason, message, rule }) => ({ path: hasNoPath(reason) ? '' : path, reason, message, rule }));
}

/**
 * Admission plugins, the look-up of the namespace (405 for `..`) and the merge of a server-side apply come before validation
 * and name no field.
 */
function refusedBeforeValidation(verdict: Verdict): boolean {
  const { code } = verdict;
  return code === 403 || code === 404 || code === 405 || isUntyped(verdict);
}

/** A server-side apply of what has no place in the schema is answered as an internal error. */
export function isUntyped({ code, message = '' }: Verdict): boolean {
  return code === 500 && message.startsWith('failed to create typed patch object');
}

/** Warnings about what the server does without a word. */
const UNSAID: ReadonlySet<string> = new Set(['field-dropped']);

/** The server's warnings are one text, mostly with the path in front. */
function compareWarnings({ warnings }: Verdict, findings: readonly Finding[]): Pick<Comparison, 'missing' | 'extra'> {
  const ours = findings
    .filter(({ category, severity, rule }) => category === 'api' && severity === 'warning' && !UNSAID.has(rule))
    .map(({ path, message, rule }) => ({ path, rule, reason: 'Warning', message }));
  const texts = new Set(ours.flatMap(({ path, message }) => [message, `${path}: ${message}`]));
  const missing = warnings
    .filter((text) => !texts.has(text))
    .map((text) => ({ path: /^[\w.[\]/-]+(?=: )/.exec(text)?.[0] ?? '', reason: 'Warning', message: text }));
  const extra = ours.filter(
    ({ path, message }) => !warnings.includes(message) && !warnings.includes(`${path}: ${message}`),
  );
  return { missing, extra };
}

/** The server names the Go type, not the path, of what it can not decode. */
function hasNoPath(reason: string): boolean {
  return reason === 'BadRequest' || reason === 'NoMatch';
}

function without(complaints: readonly Complaint[], others: readonly Complaint[]): Complaint[] {
  const known = new Set(others.map(({ path, reason }) => `${reason} ${path}`));
  return complaints.filter(({ path, reason }) => !known.has(`${reason} ${path}`));
}

/** What the server puts in front of the decoder's message. */
const HANDLING = /^\S+ in version "[^"]*" cannot be handled as a \S+: /;

export function complaintsOfServer({ code, reason = '', message = '', causes }: Verdict): Complaint[] {
  if (code === 422) {
    return causes.map((cause) => ({ path: spelled(cause.field), reason: cause.reason, message: cause.message }));
  }
  const unknown = [...message.matchAll(/unknown field "((?:[^"\\]|\\.)*)"/g)].map((match) => ({
    path: unquote(match[1]!),
    reason: 'UnknownField',
    message: match[0],
  }));
  if (code === 400 && message.includes('strict decoding error') && unknown.length) return unknown;
  return [{ path: '', reason: reason || String(code), message: message.replace(HANDLING, '') }];
}

/** Up to 1.31 the server misspells a field. We do not: the path is looked up in the manifest. */
function spelled(field: string): string {
  return field.replace(/^spec\.matchResouces\b/, 'spec.matchResources');
}

function unquote(text: string): string {
  try {
    return JSON.parse(`"${text}"`);
  } catch {
    return text;
  }
}
