import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Construct } from 'constructs';
import { checked, checkProps } from '../../props';
import { goJson } from './append-hash';
import type { ConfigurationProps } from './config-map';
import { Content } from './content';
import { checkRegistryServer } from './registry-server';
import { Secret } from './secret';
import { Sensitive } from './sensitive';

/** Name and labels of a Secret of a known type. */
export type TypedSecretProps = Omit<ConfigurationProps, 'from'>;

/** Props of a registry Secret. */
export interface RegistrySecretProps extends TypedSecretProps {
  /** Address of the registry: a host such as `registry.example.com`, or a host and the beginning of a path. @default 'https://index.docker.io/v1/' */
  readonly server?: string;
  readonly username: string;
  readonly password: Sensitive;
  /** @default none */
  readonly email?: string;
}

/**
 * Credentials for a private registry (`kubernetes.io/dockerconfigjson`), with the same bytes as
 * `kubectl create secret docker-registry` creates. Reference it in the pull secrets of a workload.
 *
 * @example
 * new RegistrySecret(chart, 'registry', { server: 'registry.example.com', username: 'ci', password: Sensitive.file('password') });
 */
@checked('RegistrySecret')
export class RegistrySecret extends Secret {
  public constructor(scope: Construct, id: string, props: RegistrySecretProps) {
    checkProps(`${scope.node.path}/${id}`, (reportIssue) => {
      if (props.server !== undefined) checkRegistryServer(props.server, reportIssue);
      if (props.username === '') {
        reportIssue('username', 'must not be empty');
      }
      if (props.password.reveal().length === 0) {
        reportIssue('password', 'must not be empty');
      }
    });
    const password = Buffer.from(props.password.reveal()).toString('utf8');
    const entry = {
      username: props.username,
      password,
      ...(props.email === undefined || props.email === '' ? {} : { email: props.email }),
      auth: Buffer.from(`${props.username}:${password}`, 'utf8').toString('base64'),
    };
    const config = goJson({ auths: { [props.server ?? 'https://index.docker.io/v1/']: entry } });
    super(scope, id, {
      ...props,
      type: 'kubernetes.io/dockerconfigjson',
      from: [Content.literal('.dockerconfigjson', Sensitive.text(config))],
    });
  }
}

/** Props of a TLS Secret. */
export interface TlsSecretProps extends TypedSecretProps {
  /** The certificate with its chain, PEM (`tls.crt`). */
  readonly certificate: Sensitive;
  /** The private key of the certificate, PEM (`tls.key`). */
  readonly privateKey: Sensitive;
}

/**
 * A certificate and its key (`kubernetes.io/tls`), as `kubectl create secret tls` creates it.
 *
 * @throws PropsError when they are not PEM or do not match.
 */
@checked('TlsSecret')
export class TlsSecret extends Secret {
  public constructor(scope: Construct, id: string, props: TlsSecretProps) {
    checkProps(`${scope.node.path}/${id}`, (reportIssue) => {
      const certificate = parse(() => new X509Certificate(Buffer.from(props.certificate.reveal())));
      const privateKey = parse(() => createPrivateKey(Buffer.from(props.privateKey.reveal())));
      if (certificate === undefined) {
        const begin = beginning(props.certificate, 'CERTIFICATE');
        reportIssue(
          'certificate',
          'is not a PEM certificate',
          begin ?? 'the data between its first and last line is not one',
        );
      }
      if (privateKey === undefined) {
        reportIssue(
          'privateKey',
          'is not a PEM private key without a passphrase',
          beginning(props.privateKey, 'PRIVATE KEY') ?? 'the data between its first and last line is not one',
        );
      }
      if (certificate !== undefined && privateKey !== undefined && !certificate.checkPrivateKey(privateKey)) {
        reportIssue('privateKey', 'does not match the certificate');
      }
    });
    super(scope, id, {
      ...props,
      type: 'kubernetes.io/tls',
      from: [Content.literal('tls.crt', props.certificate), Content.literal('tls.key', props.privateKey)],
    });
  }
}

function parse<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Props of a basic authentication Secret. */
export interface BasicAuthSecretProps extends TypedSecretProps {
  readonly username: string;
  readonly password: Sensitive;
}

/** A user name and password (`kubernetes.io/basic-auth`). */
@checked('BasicAuthSecret')
export class BasicAuthSecret extends Secret {
  public constructor(scope: Construct, id: string, props: BasicAuthSecretProps) {
    super(scope, id, {
      ...props,
      type: 'kubernetes.io/basic-auth',
      from: [Content.literal('username', props.username), Content.literal('password', props.password)],
    });
  }
}

/** Props of an SSH Secret. */
export interface SshAuthSecretProps extends TypedSecretProps {
  /** The private key (`ssh-privatekey`). */
  readonly privateKey: Sensitive;
}

/** An SSH private key (`kubernetes.io/ssh-auth`). */
@checked('SshAuthSecret')
export class SshAuthSecret extends Secret {
  public constructor(scope: Construct, id: string, props: SshAuthSecretProps) {
    super(scope, id, {
      ...props,
      type: 'kubernetes.io/ssh-auth',
      from: [Content.literal('ssh-privatekey', props.privateKey)],
    });
  }
}

/** How the text must begin; undefined when it does. */
function beginning(text: Sensitive, label: string): string | undefined {
  const first = `-----BEGIN ${label}-----`;
  return Buffer.from(text.reveal()).toString().includes(first) ? undefined : `it starts with ${first}`;
}
