import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { amend } from '../../overlay';
import { checked, checkProps } from '../../props';
import { ownField } from '../../values';
import { appendHash } from './append-hash';
import type { ConfigurationProps } from './config-map';
import { collectEntries } from './content';

/** Props of a Secret. */
export interface SecretProps extends ConfigurationProps {
  /**
   * Type of the Secret (`type`), which determines the keys that the server requires. Immutable.
   *
   * @default none, which the server reads as `Opaque`
   * @see https://kubernetes.io/docs/concepts/configuration/secret/#secret-types
   */
  readonly type?: string;
}

/** Keys that the server requires for the built-in types; for `kubernetes.io/basic-auth` one of two suffices. */
const DEMANDED_KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'kubernetes.io/basic-auth': [['username', 'password']],
  'kubernetes.io/ssh-auth': [['ssh-privatekey']],
  'kubernetes.io/tls': [['tls.crt'], ['tls.key']],
  'kubernetes.io/dockerconfigjson': [['.dockerconfigjson']],
  'kubernetes.io/dockercfg': [['.dockercfg']],
};

/**
 * A Secret from literals, files, directories and env files, with the same keys and bytes as `kubectl create secret generic`
 * creates from the same input.
 *
 * Anyone who can read the manifest can read the bytes: base64 is not encryption. Keep the synthesized file out of
 * Git, or reference a Secret that is created elsewhere.
 *
 * @throws PropsError when a file cannot be read, a key is invalid, duplicated or missing for the type, or
 * the contents exceed 1 MiB. The message never contains a value.
 * @example
 * new Secret(chart, 'db-auth', { from: [Content.envFile('/run/secrets/db.env')] });
 */
@checked('Secret')
export class Secret extends kplus.Secret {
  public constructor(scope: Construct, id: string, props: SecretProps) {
    const data = readSecret(`${scope.node.path}/${id}`, props);
    const plainName = props.name ?? id;
    const hashed = {
      kind: 'Secret',
      type: props.type ?? '',
      data,
      ...(props.immutable === true ? { immutable: true } : {}),
    };
    const name = props.hashedName === true ? appendHash(plainName, hashed) : plainName;
    super(scope, id, { type: props.type, metadata: { name, labels: props.labels, annotations: props.annotations } });
    amend(this, (manifest) => {
      const { stringData, immutable: _, ...rest } = manifest;
      return {
        ...rest,
        ...(Object.keys(data).length === 0 ? {} : { data: { ...data, ...manifest.data } }),
        ...(stringData === undefined || Object.keys(stringData).length === 0 ? {} : { stringData }),
        ...(props.immutable === true ? { immutable: true } : {}),
      };
    });
  }
}

function readSecret(path: string, props: SecretProps): Record<string, string> {
  const data: Record<string, string> = {};
  checkProps(path, (reportIssue) => {
    for (const [key, bytes] of collectEntries(props.from, reportIssue)) {
      data[key] = bytes.toString('base64');
    }
    for (const keys of ownField(DEMANDED_KEYS, props.type ?? '') ?? []) {
      if (!keys.some((key) => Object.hasOwn(data, key))) {
        reportIssue(
          'from',
          `the type ${props.type} requires the key ${keys.map((key) => JSON.stringify(key)).join(' or ')}`,
        );
      }
    }
  });
  return data;
}
