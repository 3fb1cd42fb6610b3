import { containersOf } from '../../facts';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

const SECRET_NAME = /(^|_)(PASS|PASSWD|PASSWORD|PWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)($|_)/i;
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
        const literal = typeof variable?.value === 'string' && variable.value !== '' && !isIndirect(variable);
        if ((literal && SECRET_NAME.test(variable.name)) || hasUrlPassword(variable?.value)) {
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

/** `DB_PASSWORD_FILE=/run/secrets/db` is a file name, and `$(DB_PASSWORD)` references another variable. */
function isIndirect({ name, value }: { name: string; value: string }): boolean {
  return /_(FILE|PATH|NAME|URL|HOST)$/i.test(name) || /^\$\([^)]+\)$/.test(value);
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
