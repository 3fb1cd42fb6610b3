import { canonicalRepository, parseImage } from '../images';
import type { ReportIssue } from '../props';
import type { PlatformProps, RegistryMirror } from './platform-props';

/** A registry host, with or without port, and a path. @see https://github.com/distribution/reference/blob/main/reference.go */
const MIRROR =
  /^(localhost|[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)+|[a-zA-Z0-9.-]+(?=:))(:[0-9]+)?(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;

type Registry = PlatformProps['registry'];

/** The image in the mirror; unchanged when it is there already, is excepted, or is not a reference. */
export function mirroredImage(image: string, registry: Registry): string {
  const parts = parseImage(image);
  if (registry === undefined || registry === false || parts === undefined) return image;
  const { mirror, keepHost = false, except = [] } = mirrorOf(registry);
  const canonical = canonicalRepository(parts.repository);
  const [host, ...path] = canonical.split('/') as [string, ...string[]];
  const target = typeof mirror === 'string' ? mirror : mirror[host];
  if (target === undefined || isExcepted(canonical, except) || isMirror(host, mirror)) return image;
  const { tag, digest } = parts;
  return [
    `${target}/${[...(keepHost ? [host.replace(':', '_')] : []), ...path].join('/')}`,
    ...(tag === undefined ? [] : [`:${tag}`]),
    ...(digest === undefined ? [] : [`@${digest}`]),
  ].join('');
}

/** Reports mirrors that are not the address of a registry. */
export function checkRegistry(registry: Registry, reportIssue: ReportIssue): void {
  if (registry === undefined || registry === false) return;
  const { mirror, except = [] } = mirrorOf(registry);
  if (typeof mirror === 'string') checkMirror(mirror, typeof registry === 'string' ? '' : 'mirror', reportIssue);
  else
    for (const [host, target] of Object.entries(mirror))
      checkMirror(target, `mirror[${JSON.stringify(host)}]`, reportIssue);
  except.forEach((one, index) => {
    if (parseImage(one)?.tag !== undefined || parseImage(one) === undefined) {
      reportIssue(
        `except[${index}]`,
        `must be a registry or repository without tag, such as "ghcr.io/acme", got ${JSON.stringify(one)}`,
      );
    }
  });
}

function checkMirror(mirror: string, prop: string, reportIssue: ReportIssue): void {
  if (MIRROR.test(mirror)) return;
  const address = mirror.replace(/^[a-z]+:\/\//i, '').replace(/\/+$/, '');
  const hint = address !== mirror && MIRROR.test(address) ? `try ${JSON.stringify(address)}` : undefined;
  const message = `must be the host of a registry, with a path if it has one, such as "registry.example.com/mirror", got ${JSON.stringify(mirror)}`;
  reportIssue(prop, message, hint);
}

const mirrorOf = (registry: string | RegistryMirror): RegistryMirror =>
  typeof registry === 'string' ? { mirror: registry } : registry;

/** Images of the registry that has the mirror are where they belong. */
function isMirror(host: string, mirror: RegistryMirror['mirror']): boolean {
  const mirrors = typeof mirror === 'string' ? [mirror] : Object.values(mirror);
  return mirrors.some((one) => one.split('/')[0] === host);
}

function isExcepted(repository: string, except: readonly string[]): boolean {
  return except.some((one) => {
    const registry = /^[^/]*[.:][^/]*$/.test(one) ? one : canonicalRepository(one);
    return repository === registry || repository.startsWith(`${registry}/`);
  });
}
