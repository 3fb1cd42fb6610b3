import { containersOf } from '../../facts';
import type { PracticeRule } from '../policy-rule';
import { deploymentWith } from './examples';

const SECRET_NAME = /(^|_)(PASS|PASSWD|PASSWORD|PWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)($|_)/i;

/** A secret belongs into a Secret: everybody who may read the workload reads its environment. */
export const plainSecret: PracticeRule = {
  id: 'plain-secret',
  message: 'the environment variable {name} holds a secret as plain text',
  why: 'Whoever may read the manifest, its Git history or the pod reads the password; a Secret has its own access rules.',
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
        if (literal && SECRET_NAME.test(variable.name)) {
          report(`${pod?.specPath}.${field}.env[${index}].value`, { name: variable.name });
        }
      }
    }
  },
};

/** `DB_PASSWORD_FILE=/run/secrets/db` names a file, and `$(DB_PASSWORD)` another variable. */
function isIndirect({ name, value }: { name: string; value: string }): boolean {
  return /_(FILE|PATH|NAME|URL|HOST)$/i.test(name) || /^\$\([^)]+\)$/.test(value);
}

/** An application that is the database's root can drop every table of every application. */
export const databaseRoot: PracticeRule = {
  id: 'database-root',
  message: 'the application uses the database as {user} ({name})',
  why: 'The superuser of a database may read and drop what belongs to others; a stolen application password should not.',
  hint: 'make a user with rights on the one database that the application needs',
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
