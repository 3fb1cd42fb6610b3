export type { Credential, CredentialKeys } from './credential-keys';
export {
  type CredentialDelivery,
  type CredentialLocation,
  CredentialReferences,
  type DeliveredCredentials,
} from './credential-references';
export { type CredentialOwner, Credentials } from './credentials';
export type { ExternalCredentials, SealedCredentials } from './external-secret';
export type { SensitiveCredentials } from './sensitive-values';
