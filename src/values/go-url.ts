/** A URL as Go's net/url reads it, which differs from browsers: no base, no repair, strict escapes. */
export interface GoUrl {
  readonly scheme: string;
  /** What stands before the `@`. */
  readonly user: string | undefined;
  readonly host: string;
  readonly query: string;
  readonly fragment: string;
}

/** Parses a reference; returns an error message when it is not a URL. */
export function parseGoUrl(text: string): GoUrl | string {
  if (hasControlCharacter(text)) return 'net/url: invalid control character in URL';
  const [beforeFragment, fragment] = cut(text, '#');
  if (!hasValidEscapes(fragment)) return 'invalid URL escape';
  const found = scheme(beforeFragment);
  if (found === undefined) return 'missing protocol scheme';
  const [rest, query] = cut(found.rest, '?');
  const result = { scheme: found.scheme, user: undefined, host: '', query, fragment };
  if (!rest.startsWith('/')) {
    if (found.scheme !== '') return result;
    if (cut(rest, '/')[0].includes(':')) return 'first path segment in URL cannot contain colon';
  }
  if (!rest.startsWith('//') || (found.scheme === '' && rest.startsWith('///'))) {
    return hasValidEscapes(rest) ? result : 'invalid URL escape';
  }
  const [authority] = cut(rest.slice(2), '/');
  if (!hasValidEscapes(rest.slice(2 + authority.length))) return 'invalid URL escape';
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  if (at >= 0 && !/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(authority.slice(0, at))) return 'net/url: invalid userinfo';
  return hostProblem(host) ?? { ...result, user: at < 0 ? undefined : authority.slice(0, at), host };
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\x7f');
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Undefined when the text starts with a colon. */
function scheme(text: string): { readonly scheme: string; readonly rest: string } | undefined {
  const found = /^[A-Za-z][A-Za-z0-9+.-]*(?=:)/.exec(text);
  if (found !== null) return { scheme: found[0].toLowerCase(), rest: text.slice(found[0].length + 1) };
  return text.startsWith(':') ? undefined : { scheme: '', rest: text };
}

function hostProblem(host: string): string | undefined {
  if (host.startsWith('[')) {
    const end = host.lastIndexOf(']');
    if (end < 0) return "missing ']' in host";
    return portProblem(host.slice(end + 1));
  }
  const colon = host.lastIndexOf(':');
  if (colon >= 0) {
    const problem = portProblem(host.slice(colon));
    if (problem !== undefined) return problem;
  }
  // Escapes are for bytes beyond ASCII only, and most signs cannot be in a host.
  if (!hasValidEscapes(host) || /%[0-7]/.test(host) || /[ \\^`{|}/?@]/.test(host))
    return 'invalid character in host name';
  return undefined;
}

function portProblem(text: string): string | undefined {
  return text === '' || /^:[0-9]*$/.test(text) ? undefined : `invalid port ${JSON.stringify(text)} after host`;
}

function hasValidEscapes(text: string): boolean {
  return !/%(?![0-9A-Fa-f]{2})/.test(text);
}
