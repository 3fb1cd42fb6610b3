import { containersOf } from '../../facts';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

const SECRET_NAME = /(^|_)(PASS|PASSWD|PASSWORD|PWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)($|_)/i;
/** Ends of names whose values say something about a secret. The secret ID of a Vault AppRole is a secret itself. */
const ABOUT_SECRET =
  /_(FILE|PATH|DIR|NAME|NAMESPACE|PROFILE|URL|URI|HOST|PORT|ENDPOINT|HEADER|PREFIX|TYPE|ALGORITHM|ISSUER|AUDIENCE|TTL|EXPIRY|EXPIRATION|LIFETIME|TIMEOUT|INTERVAL|LENGTH|(?<!(^|_)SECRET_)ID)$/i;
const SECRET_AT_END = /(PASS|PASSWD|PASSWORD|PWD|SECRET|TOKEN|KEY|CREDENTIALS?|_ID)(_?\d+)?$/i;
const NUMBER_OR_DURATION = /^\d+(\.\d+)?$|^(\d+(\.\d+)?(ms|s|m|h|d))+$/i;
/** `/var/secrets/google/key.json`: a file of a volume. */
const ABSOLUTE_PATH = /^(?:\/[\w.-]+){2,}$/;
const SWITCH = /^(true|false|yes|no|on|off)$/i;

/** The password of a URL: `mysql://user:password@host`. */
const URL_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@:]*:([^\s/?#]+)@/i;

/** Secrets belong in a Secret: everyone who can read the workload can read its environment. */
export const plainSecret: PracticeRule = {
  id: 'plain-secret',
  message: 'the environment variable {name} contains a secret in plain text',
  why: 'Everyone who can read the manifest, its Git history or the pod can read the password; access to a Secret is controlled separately.',
  hint: 'use valueFrom.secretKeyRef',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-environment-variables',
  refused: deploymentWith({}, { env: [{ name: 'DB_PASSWORD', value: 'example' }] }),
  accepted: deploymentWith(
    {},
    { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] },
  ),
  check: ({ pod }, report) => {
    for (const { container, field } of pod === undefined ? [] : containersOf(pod.spec)) {
      for (const [index, variable] of (container.env ?? []).entries()) {
        if (isSecret(variable) || hasUrlPassword(variable?.value)) {
          report(`${pod?.specPath}.${field}.env[${index}].value`, { name: variable.name });
        }
      }
    }
  },
};

/** `mysql://root:hunter2@db/acme`, whatever the variable is called; `mysql://app:$(DB_PASSWORD)@db/acme` references another one. */
function hasUrlPassword(value: unknown): boolean {
  const [, password] = (typeof value === 'string' && URL_PASSWORD.exec(value)) || [];
  return password !== undefined && !/^\$\([^)]+\)$/.test(password);
}

/** `DB_PASSWORD_FILE=/run/secrets/db` is a file name, `TOKEN_CACHE=1h` a duration, and `$(DB_PASSWORD)` references another variable. */
function isSecret(variable: { name: string; value?: unknown } | null | undefined): boolean {
  const { name = '', value } = variable ?? {};
  if (typeof value !== 'string' || value === '' || !SECRET_NAME.test(name) || ABOUT_SECRET.test(name)) return false;
  // Passwords of digits only are in use, so numbers count by the end of the name.
  if (NUMBER_OR_DURATION.test(value) && !SECRET_AT_END.test(name)) return false;
  return !SWITCH.test(value) && !ABSOLUTE_PATH.test(value) && !/^\$\([^)]+\)$/.test(value);
}

/** An application that uses the root user of a database can drop every table of every application. */
export const databaseRoot: PracticeRule = {
  id: 'database-root',
  message: 'the application connects to the database as {user} ({name})',
  why: 'The superuser of a database can read and drop all databases; a leaked application password must not allow that.',
  hint: 'create a user with privileges on the database of the application only',
  source: 'https://dev.mysql.com/doc/refman/8.4/en/default-privileges.html',
  refused: deploymentWith({}, { env: [{ name: 'WORDPRESS_DB_USER', value: 'root' }] }),
  accepted: deploymentWith({}, { env: [{ name: 'WORDPRESS_DB_USER', value: 'wordpress' }] }),
  check: ({ pod }, report) => {
    for (const { container, field } of pod === undefined ? [] : containersOf(pod.spec)) {
      for (const [index, variable] of (container.env ?? []).entries()) {
        const isUser = /(DB|DATABASE|MYSQL|MARIADB|POSTGRES(QL)?|PG).*USER(NAME)?$/i.test(variable?.name ?? '');
        if (isUser && ['root', 'postgres', 'sa', 'admin'].includes(variable.value)) {
          report(`${pod?.specPath}.${field}.env[${index}].value`, { name: variable.name, user: variable.value });
        }
      }
    }
  },
};
