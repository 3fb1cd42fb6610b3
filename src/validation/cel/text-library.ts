import { RE2JS } from 're2js';
import { type Library, typed } from './library';
import { UrlValue } from './types';

const code = (text: string): string[] => Array.from(text);

/** cel-go `ext.Strings`: what the engine does not have. */
export const strings: Library = {
  since: 0,
  functions: [
    { signature: 'string.charAt(int): string', handler: (text: string, at: bigint) => code(text)[Number(at)] ?? '' },
    { signature: 'string.replace(string, string): string', handler: (text, from, to) => text.replaceAll(from, to) },
    {
      signature: 'string.replace(string, string, int): string',
      handler: (text: string, from: string, to: string, count: bigint) => replaceSome(text, from, to, Number(count)),
    },
  ],
};

function replaceSome(text: string, from: string, to: string, count: number): string {
  if (count < 0) return text.replaceAll(from, to);
  let left = count;
  return text.replaceAll(from, (found) => (left-- > 0 ? to : found));
}

/** Version 2 of cel-go `ext.Strings`. */
export const formattedStrings: Library = {
  since: 30,
  functions: typed('string.format(list<dyn>): string'),
};

/** `k8s.io/apiserver/pkg/cel/library`: Regex. */
export const regex: Library = {
  since: 0,
  functions: [
    { signature: 'string.find(string): string', handler: (text, pattern) => findAll(text, pattern, 1)[0] ?? '' },
    { signature: 'string.findAll(string): list<string>', handler: (text, pattern) => findAll(text, pattern, -1) },
    {
      signature: 'string.findAll(string, int): list<string>',
      handler: (text, pattern, limit: bigint) => findAll(text, pattern, Number(limit)),
    },
    { signature: 'matches(string, string): bool', handler: matches },
  ],
};

/** RE2, as the server matches. */
export function matches(text: string, pattern: string): boolean {
  return RE2JS.compile(pattern).matcher(text).find();
}

function findAll(text: string, pattern: string, limit: number): string[] {
  const matcher = RE2JS.compile(pattern).matcher(text);
  const found: string[] = [];
  while ((limit < 0 || found.length < limit) && matcher.find()) found.push(matcher.group() ?? '');
  return found;
}

/** `k8s.io/apiserver/pkg/cel/library`: URLs. */
export const urls: Library = {
  since: 0,
  types: { 'kubernetes.URL': UrlValue },
  functions: [
    { signature: 'url(string): kubernetes.URL', handler: (text: string) => new UrlValue(new URL(text)) },
    { signature: 'isURL(string): bool', handler: isUrl },
    { signature: 'kubernetes.URL.getScheme(): string', handler: ({ url }: UrlValue) => url.protocol.slice(0, -1) },
    { signature: 'kubernetes.URL.getHost(): string', handler: ({ url }: UrlValue) => url.host },
    {
      signature: 'kubernetes.URL.getHostname(): string',
      handler: ({ url }: UrlValue) => url.hostname.replace(/[[\]]/g, ''),
    },
    { signature: 'kubernetes.URL.getPort(): string', handler: ({ url }: UrlValue) => url.port },
    { signature: 'kubernetes.URL.getEscapedPath(): string', handler: ({ url }: UrlValue) => url.pathname },
    ...typed('kubernetes.URL.getQuery(): map<string, list<string>>'),
  ],
};

function isUrl(text: string): boolean {
  // Like url.ParseRequestURI: a URL with a scheme, or an absolute path.
  return text.startsWith('/') || URL.canParse(text);
}
