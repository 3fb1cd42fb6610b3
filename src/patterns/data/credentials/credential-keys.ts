/** A value in the Secret of a database. */
export type Credential = 'rootPassword' | 'username' | 'password' | 'exporterPassword' | 'backupPassword';

/** The keys of a Secret, or the files, that contain the values. */
export type CredentialKeys = { readonly [credential in Credential]?: string };

/** Default keys. */
export const USUAL_KEYS = {
  rootPassword: 'root-password',
  username: 'username',
  password: 'password',
  exporterPassword: 'exporter-password',
  backupPassword: 'backup-password',
} as const satisfies Record<Credential, string>;

export const CREDENTIALS = Object.keys(USUAL_KEYS) as Credential[];
