import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExternalSecret, SealedSecret } from '../../../kubernetes/generated/crds';
import { checkText, definedFields, nameOf, type ObjectReference, secondsOf } from '../../../pod';
import type { ReportIssue } from '../../../props';
import { dns1123Subdomain } from '../../../values';
import { CREDENTIALS, type CredentialKeys, USUAL_KEYS } from './credential-keys';

/** Source of the values for the External Secrets Operator. */
export interface ExternalCredentials {
  /** SecretStore of the namespace, or ClusterSecretStore. */
  readonly store: ObjectReference | { readonly name: string; readonly kind: 'SecretStore' | 'ClusterSecretStore' };
  /** Entry of the store, such as the path of a Vault secret. Becomes `remoteRef.key`. */
  readonly entry: string;
  /** Properties of the entry that contain the values. Become `remoteRef.property`. */
  readonly properties: CredentialKeys;
  /** Refresh interval. @default the operator's default, 1 h */
  readonly refreshInterval?: Duration;
}

/** Values that only the controller in the cluster can decrypt. */
export interface SealedCredentials {
  /** Output of `kubeseal --raw`, sealed for the name `<database>-auth` (or `name`) and the database's namespace. */
  readonly encrypted: CredentialKeys;
  /** Name of the Secret that it was sealed for. @default the name of the database with `-auth` */
  readonly name?: string;
}

interface Metadata {
  readonly name: string;
  readonly labels: Record<string, string>;
}

const namesIn = (keys: CredentialKeys) => CREDENTIALS.filter((credential) => keys[credential] !== undefined);

export function checkExternal({ store, entry, refreshInterval }: ExternalCredentials, reportIssue: ReportIssue): void {
  checkText(reportIssue, 'store', nameOf(store), dns1123Subdomain);
  if (entry === '') reportIssue('entry', 'must not be empty');
  secondsOf(reportIssue, 'refreshInterval', refreshInterval, 1);
}

/** The ExternalSecret from which the operator creates the Secret. The Secret is retained when the ExternalSecret is deleted. */
export function makeExternalSecret(scope: Construct, metadata: Metadata, props: ExternalCredentials): void {
  const { store, entry, properties, refreshInterval } = props;
  const kind = typeof store === 'object' && 'kind' in store ? store.kind : 'SecretStore';
  new ExternalSecret(scope, 'ExternalSecret', {
    metadata,
    spec: definedFields({
      refreshInterval: refreshInterval && `${refreshInterval.toSeconds()}s`,
      secretStoreRef: { name: nameOf(store), kind },
      target: { name: metadata.name, creationPolicy: 'Owner' as const, deletionPolicy: 'Retain' as const },
      data: namesIn(properties).map((credential) => ({
        secretKey: USUAL_KEYS[credential],
        remoteRef: { key: entry, property: properties[credential]! },
      })),
    }),
  });
}

export function checkSealed({ encrypted }: SealedCredentials, reportIssue: ReportIssue): void {
  for (const credential of namesIn(encrypted)) {
    // kubeseal writes base64 of at least an RSA block; an unsealed password is shorter.
    if (!/^[A-Za-z0-9+/]{200,}={0,2}$/.test(encrypted[credential]!)) {
      reportIssue(`encrypted.${credential}`, 'must be the output of kubeseal --raw: at least 200 characters of base64');
    }
  }
}

/** The SealedSecret from which its controller creates the Secret. */
export function makeSealedSecret(scope: Construct, metadata: Metadata, { encrypted }: SealedCredentials): void {
  const sealed = namesIn(encrypted).map((credential) => [USUAL_KEYS[credential], encrypted[credential]!]);
  new SealedSecret(scope, 'SealedSecret', {
    metadata,
    spec: { encryptedData: Object.fromEntries(sealed), template: { metadata: { ...metadata } } },
  });
}
