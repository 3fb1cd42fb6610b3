import { valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { namespaceOf } from '../input/placed';
import { keysOf } from '../rule/parts';
import type { Dangling } from '../rule/reference-rule';

/** Secrets with the login of a user of a Cluster of CloudNativePG, and which user that is. */
const USERS: readonly (readonly [path: string, name: (parent: any, object: any) => unknown])[] = [
  ...['initdb', 'recovery', 'pg_basebackup'].map(
    (method) =>
      [
        `spec.bootstrap.${method}.secret.name`,
        (_: any, { spec }: any) => {
          const { owner, database } = spec.bootstrap[method];
          // A copy has the owner of what is copied, unless it says otherwise.
          return owner || database || (method === 'initdb' ? 'app' : undefined);
        },
      ] as const,
  ),
  ['spec.superuserSecret.name', (_, { spec }) => (spec.enableSuperuserAccess === true ? 'postgres' : undefined)],
];

/**
 * Logins of another user than the one whose password they are: "wrong username in secret".
 *
 * @see https://github.com/cloudnative-pg/cloudnative-pg/blob/main/internal/management/controller/instance_controller.go reconcileUser
 * @see https://cloudnative-pg.io/documentation/current/declarative_role_management/#password-management
 */
export function wrongUsers(object: any, cluster: Cluster): Dangling[] {
  const ofRoles = valuesAt(object, 'spec.managed.roles[]').flatMap(({ value, field }) =>
    valuesAt(value, 'passwordSecret.name', field).map((one) => ({ ...one, user: value.name as unknown })),
  );
  const others = USERS.flatMap(([path, user]) =>
    valuesAt(object, path).map((one) => ({ ...one, user: user(one.parent, object) })),
  );
  return [...others, ...ofRoles].flatMap(({ value, field, user }): Dangling[] => {
    const secret = cluster.find('/Secret', namespaceOf(object), value);
    if (secret === undefined || keysOf(secret) === undefined || typeof user !== 'string') return [];
    const written = userOf(secret);
    // SOPS and other tools replace what is written.
    if (written === undefined || written.trim() === user || !/^[\w.@-]+$/.test(`${written.trim()}${user}`)) return [];
    const message = `username of Secret ${JSON.stringify(value)} is not ${JSON.stringify(user)}, whose password it has`;
    const hint = `set username: ${user} in the Secret, or name the Secret of this user`;
    return [{ field, message, hint, certainty: 'wrong' }];
  });
}

function userOf({ data, stringData }: any): string | undefined {
  if (typeof stringData?.username === 'string') return stringData.username;
  return typeof data?.username === 'string' ? Buffer.from(data.username, 'base64').toString('utf8') : undefined;
}
