/** One of the values that a Secret of a database holds. */
export type Credential = 'rootPassword' | 'username' | 'password' | 'exporterPassword' | 'backupPassword';

/** Under which keys of a Secret, or in which files, the values stand. */
export type CredentialKeys = { readonly [credential in Credential]?: string };

/** Keys that are meant when none are named. */
export const USUAL_KEYS = {
  rootPassword: 'root-password',
  username: 'username',
  password: 'password',
  exporterPassword: 'exporter-password',
  backupPassword: 'backup-password',
} as const satisfies Record<Credential, string>;

export const CREDENTIALS = Object.keys(USUAL_KEYS) as Credential[];
