import type { ReportIssue } from '../../props';

const EXAMPLE = 'use a host, such as "registry.example.com", or a host and a path';

/** Why no image has such a registry, and what to use. */
type Reason = readonly [reason: string, hint: string];

/**
 * Reports a server that is the one of no image: the kubelet ignores such credentials without a word. It takes http:// and https:// away,
 * and compares the host part by part, where `*` stands for one part, then the beginning of the path.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/credentialprovider/keyring.go
 */
export function checkRegistryServer(server: string, reportIssue: ReportIssue): void {
  if (server === '') {
    reportIssue('server', 'must not be empty', EXAMPLE);
    return;
  }
  const [, scheme = '', address = server] = /^([a-z][a-z0-9+.-]*:\/\/)(.*)$/is.exec(server) ?? [];
  const [, authority = '', path = ''] = /^([^/?#]*)([^?#]*)/.exec(address) ?? [];
  const host = authority.replace(/^.*@/, '');
  const reason = inText(server, scheme, address) ?? inHost(host) ?? inPath(host, path);
  if (reason !== undefined)
    reportIssue('server', `no image has the registry ${JSON.stringify(server)}: ${reason[0]}`, reason[1]);
}

function inText(server: string, scheme: string, address: string): Reason | undefined {
  if (/\s/.test(server)) return ['it contains white space', use(server.replace(/\s/g, ''))];
  if (scheme !== '' && !/^https?:\/\/$/.test(scheme)) return [`${scheme} is not http:// or https://`, use(address)];
  return undefined;
}

function inHost(host: string): Reason | undefined {
  const port = /(?<!\[[^\]]*):([^:]*)$/.exec(host)?.[1];
  if (port !== undefined && !/^\d*$/.test(port)) return [`${JSON.stringify(port)} is not a port`, EXAMPLE];
  if (host === '' || /^\.|\.$/.test(host)) return ['the host is incomplete', EXAMPLE];
  if (!/^[a-z0-9-]+$/.test(host) || host === 'localhost') return undefined;
  return ['a host without a dot or a port is part of a name at Docker Hub', `add the port, such as "${host}:5000"`];
}

function inPath(host: string, path: string): Reason | undefined {
  if (/^\/v[12]$/.test(path)) return ['its path is compared with the one of the image', use(host)];
  // What Docker has at its end: https://index.docker.io/v1/.
  const below = path.replace(/^\/v[12](?=\/)/, '');
  if (/[:@]/.test(below)) return ['tags and digests are not compared', use(host + below.replace(/[:@].*$/, ''))];
  if (/[A-Z]/.test(below)) return ['paths of images are in lowercase', use(host + below.toLowerCase())];
  if (!/\*|\/\//.test(below)) return undefined;
  return ['no path of an image begins with its path', use(host + below.replace(/\/?(?:\*|\/\/).*$/, ''))];
}

function use(server: string): string {
  return server === '' ? EXAMPLE : `use ${JSON.stringify(server)}`;
}
