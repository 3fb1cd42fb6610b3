import { Construct } from 'constructs';
import type { coreV1 } from '../kubernetes';
import { type HostAndPort, hostFor } from '../network';
import { checkText, checkWhole, Env, type EnvValue, nameOf, type ObjectReference } from '../pod';
import type { ReportIssue } from '../props';
import { configMapKey, dns1123Subdomain } from '../values';
import { addressOf, isServiceReference, type ServiceReference, serviceOf } from './service-address';

/** Reference to an upstream address in a Secret, so that the manifest does not contain it. */
export interface SecretUpstream {
  /** Name of the Secret, or the Secret. */
  readonly secret: ObjectReference;
  /** Key of the host name. @default 'host' */
  readonly hostKey?: string;
  /** Port number, or the key of it. @default the key 'port' */
  readonly port?: number | string;
}

/**
 * The upstream of an ambassador: a Service of the app, a construct that has one or is a database, `'redis.example.com:6379'`, a
 * host and port, or the keys of a Secret.
 */
export type Upstream = ServiceReference | HostAndPort | SecretUpstream | string;

/** The upstream of a proxy: literal values if they are known, otherwise references to environment variables. */
export interface UpstreamAddress {
  /** Host name, or `$(UPSTREAM_HOST)`. */
  readonly host: string;
  /** Port, or `$(UPSTREAM_PORT)`. */
  readonly port: number | string;
  /** Namespace of the Service that the host belongs to, if it does. */
  readonly namespace?: string | undefined;
  /** `UPSTREAM_HOST` and `UPSTREAM_PORT` of an upstream in a Secret; empty for one whose host is known. */
  readonly env: Readonly<Record<string, EnvValue>>;
}

/** The address of an upstream, checked. */
export function upstreamAddress(upstream: Upstream, reportIssue: ReportIssue): UpstreamAddress {
  if (typeof upstream === 'object' && 'secret' in upstream) return secretAddress(upstream, reportIssue);
  if (typeof upstream === 'object' && isServiceReference(upstream) && addressOf(upstream) === undefined) {
    const subject = Construct.isConstruct(upstream) ? upstream.node.path : 'the upstream';
    reportIssue('upstream', `${subject} has no Service to connect to`);
    return { host: '', port: 0, env: {} };
  }
  const { host, port, namespace } = plainAddress(upstream);
  if (typeof host !== 'string' || !/^[A-Za-z0-9]([\w.:-]*[A-Za-z0-9])?$/.test(host)) {
    reportIssue('upstream', `must contain a host name or IP address, got ${JSON.stringify(host)}`);
    return { host, port: 0, env: {} };
  }
  if (port === undefined) reportIssue('upstream', 'must contain a port', `use "${host}:6379"`);
  else checkWhole(reportIssue, 'upstream', port, { min: 1, max: 65535 });
  return { host, port: port ?? 0, namespace, env: {} };
}

/** The address as a proxy of a namespace uses it. @param namespace undefined when it is not known. */
export function addressFrom(address: UpstreamAddress, namespace: string | undefined): UpstreamAddress {
  if (address.namespace === undefined) return address;
  return { ...address, host: hostFor(address, namespace) };
}

/** `UPSTREAM_HOST` and `UPSTREAM_PORT` of an upstream whose host is known. */
export function literalVariables({ host, port, env }: UpstreamAddress): coreV1.EnvVar[] {
  const values = { UPSTREAM_HOST: host, UPSTREAM_PORT: String(port) };
  return Object.entries(values).flatMap(([name, value]) => (Object.hasOwn(env, name) ? [] : [{ name, value }]));
}

function plainAddress(
  upstream: Exclude<Upstream, SecretUpstream>,
): Omit<HostAndPort, 'port'> & { port: number | undefined } {
  if (typeof upstream !== 'string') {
    const address = isServiceReference(upstream) ? addressOf(upstream) : upstream;
    return address ?? { host: '', port: 0 };
  }
  const colon = upstream.lastIndexOf(':');
  const isAddress6 = upstream.indexOf(':') !== colon && !upstream.startsWith('[');
  if (colon < 0 || isAddress6) return { host: upstream, port: undefined };
  return { host: upstream.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(upstream.slice(colon + 1)) };
}

function secretAddress(upstream: SecretUpstream, reportIssue: ReportIssue): UpstreamAddress {
  const { secret, hostKey = 'host', port = 'port' } = upstream;
  checkText(reportIssue, 'upstream.secret', nameOf(secret), dns1123Subdomain);
  checkText(reportIssue, 'upstream.hostKey', hostKey, configMapKey);
  if (typeof port === 'number') checkWhole(reportIssue, 'upstream.port', port, { min: 1, max: 65535 });
  else checkText(reportIssue, 'upstream.port', port, configMapKey);
  return {
    host: '$(UPSTREAM_HOST)',
    port: typeof port === 'number' ? port : '$(UPSTREAM_PORT)',
    env: {
      UPSTREAM_HOST: Env.secret(secret, hostKey),
      UPSTREAM_PORT: typeof port === 'number' ? port : Env.secret(secret, port),
    },
  };
}

/** The Service of an upstream, if it is part of the app. */
export function upstreamService(upstream: Upstream) {
  return isServiceReference(upstream) ? serviceOf(upstream) : undefined;
}
