import type { Construct } from 'constructs';
import type { ObjectReference } from '../../../pod';
import { checked, type ReportIssue } from '../../../props';
import { Content } from '../../configuration/content';
import { Secret } from '../../configuration/secret';
import { CREDENTIALS, type Credential, type CredentialKeys, USUAL_KEYS } from './credential-keys';
import { type CredentialDelivery, type CredentialLocation, CredentialReferences } from './credential-references';
import {
  checkExternal,
  checkSealed,
  type ExternalCredentials,
  makeExternalSecret,
  makeSealedSecret,
  type SealedCredentials,
} from './external-secret';
import { checkKeys, usualKeysOf } from './known-keys';
import { checkValues, type SensitiveCredentials, valuesOf } from './sensitive-values';

/** The database that the credentials belong to. */
export interface CredentialOwner {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

interface Source {
  readonly keys: CredentialKeys;
  /** Whether the keys are the defaults. */
  readonly isUsual?: boolean;
  /** The user name, when it is passed to the program. */
  readonly username?: string | undefined;
  readonly check: (reportIssue: ReportIssue) => void;
  readonly location: (scope: Construct, owner: CredentialOwner) => CredentialLocation;
}

/**
 * Source of the passwords of a database. Passwords are never generated: a database keeps the password that it was first
 * started with, so a new one with every synthesis would make the data inaccessible.
 *
 * @example
 * credentials: Credentials.fromSecret('db-auth', { rootPassword: 'root', username: 'user', password: 'pass' })
 * @example
 * credentials: Credentials.fromSensitive({ rootPassword: Sensitive.file(rootFile), username: 'blog', password: Sensitive.file(file) })
 * @example
 * credentials: Credentials.fromExternalSecret({ store: 'vault', entry: 'blog/db', properties: { rootPassword: 'root', password: 'app' } })
 */
@checked('Credentials')
export class Credentials {
  /**
   * A Secret that already exists, or that this program creates.
   *
   * @param secret the Secret or its name; for a Secret construct its keys are checked, and a change triggers a rollout of the pods.
   * @param keys the keys of the values. @default `root-password`, `username`, `password`, `exporter-password` and
   * `backup-password`, as far as they are needed
   */
  public static fromSecret(secret: ObjectReference, keys?: CredentialKeys): Credentials {
    return new Credentials({
      keys: keys ?? usualKeysOf(secret),
      isUsual: keys === undefined,
      check: (reportIssue) => checkKeys(secret, keys ?? {}, reportIssue),
      location: () => ({ secret }),
    });
  }

  /**
   * A Secret from values passed to the program; the synthesized file contains them in base64, which anyone who
   * has the file can read. The same values result in the same Secret, named `<database>-auth`.
   */
  public static fromSensitive(values: SensitiveCredentials): Credentials {
    const given = valuesOf(values);
    const keys = Object.fromEntries(given.map(([credential]) => [credential, USUAL_KEYS[credential]]));
    const from = () => given.map(([credential, value]) => Content.literal(USUAL_KEYS[credential], value));
    return new Credentials({
      keys,
      username: values.username,
      check: (reportIssue) => checkValues(values, reportIssue),
      location: (scope, { name, labels }) => ({
        secret: new Secret(scope, 'Credentials', { name: `${name}-auth`, labels, from: from() }),
      }),
    });
  }

  /** A Secret that the External Secrets Operator creates. Requires its custom resources in the cluster. */
  public static fromExternalSecret(external: ExternalCredentials): Credentials {
    return Credentials.createdInCluster(
      external.properties,
      (reportIssue) => checkExternal(external, reportIssue),
      (scope, metadata) => makeExternalSecret(scope, metadata, external),
    );
  }

  /** A Secret that the Sealed Secrets controller creates. Requires its custom resources in the cluster. */
  public static fromSealedSecret(sealed: SealedCredentials): Credentials {
    return Credentials.createdInCluster(
      sealed.encrypted,
      (reportIssue) => checkSealed(sealed, reportIssue),
      (scope, metadata) => makeSealedSecret(scope, metadata, sealed),
      sealed.name,
    );
  }

  /**
   * Files that the Secrets Store CSI driver mounts from a vault; there is no Secret, and they are always delivered as
   * files.
   *
   * @param providerClass the SecretProviderClass, whose parameters depend on the provider.
   * @param files names of its files (aliases of its objects) that contain the values.
   * @see https://secrets-store-csi-driver.sigs.k8s.io/concepts.html
   */
  public static fromCsi(providerClass: ObjectReference, files: CredentialKeys): Credentials {
    return new Credentials(
      { keys: files, check: (reportIssue) => checkNames(files, reportIssue), location: () => ({ providerClass }) },
      'files',
    );
  }

  private static createdInCluster(
    given: CredentialKeys,
    check: (reportIssue: ReportIssue) => void,
    make: (scope: Construct, metadata: { name: string; labels: Record<string, string> }) => void,
    secretName?: string,
  ): Credentials {
    const present = CREDENTIALS.filter((credential) => given[credential] !== undefined);
    const keys = Object.fromEntries(present.map((credential) => [credential, USUAL_KEYS[credential]]));
    return new Credentials({
      keys,
      check,
      location: (scope, owner) => {
        const name = secretName ?? `${owner.name}-auth`;
        make(scope, { name, labels: { ...owner.labels } });
        return { secret: name };
      },
    });
  }

  private constructor(
    private readonly source: Source,
    private readonly delivery: CredentialDelivery = 'environment',
  ) {}

  /**
   * The same values as files: containers get paths (`MYSQL_PASSWORD_FILE=/run/secrets/…`), so that the values are not in the
   * environment, which child processes inherit and crash reports can contain.
   */
  public asFiles(): Credentials {
    return new Credentials(this.source, 'files');
  }

  /** Whether there is a key for this value. */
  public has(credential: Credential): boolean {
    return this.source.keys[credential] !== undefined;
  }

  /** Whether a key for this value is set explicitly. */
  public names(credential: Credential): boolean {
    return this.has(credential) && this.source.isUsual !== true;
  }

  /**
   * The user name, when it is passed to the program; undefined when only the cluster has it.
   *
   * @internal
   */
  public get username(): string | undefined {
    return this.source.username;
  }

  /** Reports invalid credentials. @param needed values that the database requires, with the reason. */
  public check(reportIssue: ReportIssue, needed: Readonly<Partial<Record<Credential, string>>>): void {
    this.source.check((prop, message, hint) =>
      reportIssue(prop === '' ? 'credentials' : `credentials.${prop}`, message, hint),
    );
    for (const credential of CREDENTIALS) {
      const reason = needed[credential];
      if (reason === undefined || this.has(credential)) continue;
      reportIssue(`credentials.${credential}`, `is required: ${reason}`);
    }
  }

  /** Creates the objects that provide the credentials. */
  public bind(scope: Construct, owner: CredentialOwner): CredentialReferences {
    return new CredentialReferences(this.source.location(scope, owner), this.source.keys, this.delivery);
  }
}

function checkNames(files: CredentialKeys, reportIssue: ReportIssue): void {
  for (const credential of CREDENTIALS) {
    const file = files[credential];
    if (file !== undefined && !/^[\w.-]+$/.test(file)) {
      reportIssue(credential, `must be a plain file name, got ${JSON.stringify(file)}`);
    }
  }
}

/** Reports a value that is not Credentials without printing it, because it can be a password. */
export function checkIsCredentials(credentials: unknown, reportIssue: ReportIssue): credentials is Credentials {
  if (credentials instanceof Credentials) return true;
  const example = 'Credentials.fromSecret("db-auth")';
  if (credentials === undefined) reportIssue('credentials', `is required, for example ${example}`);
  else reportIssue('credentials', `expected Credentials, got a ${typeof credentials}`, `use ${example}, for example`);
  return false;
}
