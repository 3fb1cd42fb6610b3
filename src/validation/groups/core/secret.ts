import { configMapKey } from '../../../values';
import { fieldChecks, type Report, rules } from '../../rule';
import { decodedLength } from './config';
import { object } from './examples';
import { keyPairProblem } from './key-pair';

const LARGEST = 1024 * 1024;
const SERVICE_ACCOUNT_NAME = 'kubernetes.io/service-account.name';
const source = 'ValidateSecret (pkg/apis/core/validation)';

const secret = (type: string, stringData: object) => object('Secret', { type, stringData });

/** Keys that a type of Secret must have. */
const REQUIRED_KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

/** Keys, size and types of Secrets. Messages never tell a value. */
export const secretRules = rules(
  'io.k8s.api.core.v1.Secret',
  {
    'secret-key': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Keys become file names and variables: letters, digits, dots, hyphens and underscores, at most 253, and not starting with "..".',
      source,
      refused: secret('Opaque', { 'keys/api': 'x' }),
      accepted: secret('Opaque', { 'keys.api': 'x' }),
    },
    'secret-key-required': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'The type of a Secret requires certain keys, which its clients read: tls.crt and tls.key for kubernetes.io/tls, username or password for basic-auth, and so on. Add the key, or use type Opaque.',
      source,
      refused: secret('kubernetes.io/ssh-auth', { key: 'x' }),
      accepted: secret('kubernetes.io/ssh-auth', { 'ssh-privatekey': 'x' }),
    },
    'secret-docker-config': {
      reason: 'FieldValueInvalid',
      message: 'must be a JSON object (the value is not shown)',
      why: 'The login for image registries is a JSON object, as `docker login` writes it to ~/.docker/config.json.',
      source,
      refused: secret('kubernetes.io/dockerconfigjson', { '.dockerconfigjson': 'user:password' }),
      accepted: secret('kubernetes.io/dockerconfigjson', { '.dockerconfigjson': '{"auths":{}}' }),
    },
    'secret-service-account': {
      reason: 'FieldValueRequired',
      message: '',
      why: 'A token is made for a ServiceAccount, which this annotation names.',
      source,
      refused: secret('kubernetes.io/service-account-token', {}),
      accepted: {
        ...secret('kubernetes.io/service-account-token', {}),
        metadata: { name: 'token', annotations: { [SERVICE_ACCOUNT_NAME]: 'default' } },
      },
    },
    'secret-too-large': {
      reason: 'FieldValueTooLong',
      message: `may not be more than ${LARGEST} bytes`,
      why: 'An object must fit into etcd, the database of the cluster.',
      source,
      refused: secret('Opaque', { large: 'a'.repeat(LARGEST + 1) }),
      accepted: secret('Opaque', { small: 'a' }),
    },
    'secret-tls-key-pair': {
      reason: 'Warning',
      severity: 'warning',
      message: '{detail}',
      why: 'The certificate and the private key of a TLS Secret are PEM and must match; otherwise a server that uses them fails.',
      source: 'warningsForSecret (pkg/registry/core/secret)',
      refused: secret('kubernetes.io/tls', { 'tls.crt': '', 'tls.key': '' }),
      accepted: secret('Opaque', { 'tls.crt': '', 'tls.key': '' }),
    },
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const { type = '', data = {}, metadata } = node.value;
    let size = 0;
    for (const [key, value] of Object.entries(data)) {
      format('secret-key', `data[${key}]`, key, configMapKey);
      size += decodedLength(value);
    }
    if (size > LARGEST) report('secret-too-large', 'data');
    if (type === 'kubernetes.io/service-account-token' && !metadata?.annotations?.[SERVICE_ACCOUNT_NAME]) {
      report('secret-service-account', `metadata.annotations[${SERVICE_ACCOUNT_NAME}]`);
    }
    checkType(type, data, report);
  },
);

function checkType(type: string, data: Readonly<Record<string, string>>, report: Report): void {
  const text = (key: string) => Buffer.from(data[key] ?? '', 'base64').toString('utf8');
  if (type === 'kubernetes.io/basic-auth') {
    const keys = ['username', 'password'];
    if (!keys.some((key) => Object.hasOwn(data, key))) {
      for (const key of keys) report('secret-key-required', `data[${key}]`);
    }
    return;
  }
  for (const key of Object.hasOwn(REQUIRED_KEYS, type) ? REQUIRED_KEYS[type]! : []) {
    if (!Object.hasOwn(data, key) || (key === 'ssh-privatekey' && decodedLength(data[key]) === 0)) {
      report('secret-key-required', `data[${key}]`);
    } else if (key.startsWith('.docker') && !isJsonObject(text(key))) report('secret-docker-config', `data[${key}]`);
  }
  if (type === 'kubernetes.io/tls') {
    const [key, detail] = keyPairProblem(text('tls.crt'), text('tls.key')) ?? [];
    if (detail !== undefined) report('secret-tls-key-pair', `data[${key}]`, { detail });
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}
