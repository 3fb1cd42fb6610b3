import { type GoUrl, parseGoUrl } from '../../../values';
import { functionOf, methodOf } from '../check/declarations';
import { EvaluationError } from '../values/errors';
import { ListValue, MapValue, ObjectValue } from '../values/values';
import type { Library } from './library';

export class UrlValue extends ObjectValue {
  public readonly typeName = 'kubernetes.URL';

  public constructor(
    private readonly text: string,
    public readonly url: GoUrl,
  ) {
    super();
  }

  public override equals(other: UrlValue): boolean {
    return this.normal === other.normal;
  }

  private get normal(): string {
    return this.url.scheme + this.text.slice(this.url.scheme.length);
  }

  /** The path as it is written; empty for a URL such as `mailto:user@example.com`. */
  public get path(): string {
    const rest = (this.text.split('#', 1)[0] ?? '').slice(this.url.scheme === '' ? 0 : this.url.scheme.length + 1);
    const [path = ''] = rest.split('?', 1);
    if (!path.startsWith('/')) return '';
    const isAuthority = path.startsWith('//') && (this.url.scheme !== '' || !path.startsWith('///'));
    return isAuthority ? path.replace(/^\/\/[^/]*/, '') : path;
  }
}

/** Why the string is not a URL or absolute path of a request; undefined when it is one. */
export function requestUriProblem(text: string): string | undefined {
  if (text === '') return `parse ${JSON.stringify(text)}: empty url`;
  // A number sign is a part of the path here.
  const parsed = text === '*' ? undefined : parseGoUrl(text.replaceAll('#', '%23'));
  if (typeof parsed === 'string') return `parse ${JSON.stringify(text)}: ${parsed}`;
  const isRequest = text === '*' || text.startsWith('/') || parsed?.scheme !== '';
  return isRequest ? undefined : `parse ${JSON.stringify(text)}: invalid URI for request`;
}

function url(text: string): UrlValue {
  const problem = requestUriProblem(text);
  if (problem !== undefined) throw new EvaluationError(`URL parse error during conversion from string: ${problem}`);
  const parsed = parseGoUrl(text);
  if (typeof parsed === 'string') {
    throw new EvaluationError(`URL parse error during conversion from string: ${parsed}`);
  }
  return new UrlValue(text, parsed);
}

function hostAndPort(host: string): readonly [host: string, port: string] {
  const [, name = host, port = ''] = /^(.*):(\d*)$/s.exec(host) ?? [];
  return [name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name, port];
}

/** Characters that can stand in a path as they are. */
const PLAIN_PATH = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:@[\]/]|%[0-9A-Fa-f]{2})*$/;

function escapedPath({ path }: UrlValue): string {
  if (PLAIN_PATH.test(path)) return path;
  return Array.from(Buffer.from(decode(path), 'utf8'), (byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9\-_.~$&+,/:;=@]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

function decode(text: string): string {
  const bytes = text.replace(/%([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return text.includes('%') ? Buffer.from(bytes, 'latin1').toString('utf8') : text;
}

function query({ url: { query: text } }: UrlValue): MapValue {
  const values = new Map<string, string[]>();
  for (const pair of text.split('&')) {
    if (pair === '' || pair.includes(';') || /%(?![0-9A-Fa-f]{2})/.test(pair)) continue;
    const at = pair.indexOf('=');
    const [key, value] = (at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]).map((part) =>
      decode(part.replaceAll('+', ' ')),
    ) as [string, string];
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return new MapValue([...values].map(([key, list]) => [key, new ListValue(list)] as const));
}

/** `k8s.io/apiserver/pkg/cel/library`: URLs. */
export const urls: Library = {
  introduced: 0,
  functions: [
    functionOf('string_to_url', 'url(string): kubernetes.URL', url),
    methodOf('url_get_scheme', 'getScheme(kubernetes.URL): string', (value: UrlValue) => value.url.scheme),
    methodOf('url_get_host', 'getHost(kubernetes.URL): string', (value: UrlValue) => decode(value.url.host)),
    methodOf('url_get_hostname', 'getHostname(kubernetes.URL): string', (value: UrlValue) =>
      decode(hostAndPort(value.url.host)[0]),
    ),
    methodOf('url_get_port', 'getPort(kubernetes.URL): string', (value: UrlValue) => hostAndPort(value.url.host)[1]),
    methodOf('url_get_escaped_path', 'getEscapedPath(kubernetes.URL): string', escapedPath),
    methodOf('url_get_query', 'getQuery(kubernetes.URL): map<string, list<string>>', query),
    functionOf('is_url_string', 'isURL(string): bool', (text) => requestUriProblem(text) === undefined),
  ],
};
