import { Env, type EnvProps, type Mount, nameOf, type ObjectReference, type PodVolume, Volumes } from '../../../pod';
import { checked } from '../../../props';
import type { Credential, CredentialKeys } from './credential-keys';

/** How containers get the values: as environment variables, or as files whose paths are in `<NAME>_FILE`. */
export type CredentialDelivery = 'environment' | 'files';

/** The location of the values in the cluster. */
export type CredentialLocation =
  | { readonly secret: ObjectReference }
  /** A SecretProviderClass, whose files a CSI driver mounts. */
  | { readonly providerClass: ObjectReference };

/** What a container needs to access credentials. */
export interface DeliveredCredentials {
  readonly env: EnvProps;
  readonly mounts: readonly Mount[];
}

const CSI_DRIVER = 'secrets-store.csi.k8s.io';
const DIRECTORY = '/run/secrets';

/** Credentials in the cluster, which containers reference without their values. */
@checked('CredentialReferences')
export class CredentialReferences {
  public constructor(
    private readonly location: CredentialLocation,
    private readonly keys: CredentialKeys,
    public readonly delivery: CredentialDelivery,
  ) {}

  /** Name of the Secret, or of the SecretProviderClass. */
  public get name(): string {
    return nameOf('secret' in this.location ? this.location.secret : this.location.providerClass);
  }

  /** Whether there is a key for the value. */
  public has(credential: Credential): boolean {
    return this.keys[credential] !== undefined;
  }

  /** One value as an environment variable. @throws Error when the credentials come as files of a CSI driver. */
  public env(credential: Credential): Env {
    if (!('secret' in this.location))
      throw new Error(`${this.name} provides files only: read ${this.file(credential)}`);
    return Env.secret(this.location.secret, this.keys[credential]!);
  }

  /** Path of the file with one value, in a container that mounts it. */
  public file(credential: Credential): string {
    return `${DIRECTORY}/${this.name}/${this.keys[credential]}`;
  }

  /**
   * What a container needs to access these values, and no others.
   *
   * @param variables names of environment variables; with file delivery `_FILE` is appended to each, as the official
   * images expect.
   * @param volume name of the volume, if one is needed.
   */
  public deliver(variables: Readonly<Record<string, Credential>>, volume = this.volumeName): DeliveredCredentials {
    const entries = Object.entries(variables);
    if (entries.length === 0) return { env: {}, mounts: [] };
    if (this.delivery === 'environment') {
      return { env: Object.fromEntries(entries.map(([name, value]) => [name, this.env(value)])), mounts: [] };
    }
    const files = entries.map(([name, value]) => [`${name}_FILE`, this.file(value)]);
    const mount = this.volume(volume, new Set(Object.values(variables))).at(`${DIRECTORY}/${this.name}`, {
      readOnly: true,
    });
    return { env: Object.fromEntries(files), mounts: [mount] };
  }

  private get volumeName(): string {
    return this.name.replaceAll('.', '-');
  }

  private volume(name: string, credentials: ReadonlySet<Credential>): PodVolume {
    if ('providerClass' in this.location) {
      const attributes = { secretProviderClass: this.name };
      return Volumes.csi(name, { driver: CSI_DRIVER, readOnly: true, attributes });
    }
    const items = Object.fromEntries(
      [...credentials].map((credential) => [this.keys[credential]!, this.keys[credential]!]),
    );
    return Volumes.secret(this.location.secret, { name, items });
  }
}
