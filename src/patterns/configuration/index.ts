export { ConfigMap, type ConfigMapProps, type ConfigurationProps } from './config-map';
export { Content } from './content';
export { Secret, type SecretProps } from './secret';
export { Sensitive } from './sensitive';
export {
  BasicAuthSecret,
  type BasicAuthSecretProps,
  RegistrySecret,
  type RegistrySecretProps,
  SshAuthSecret,
  type SshAuthSecretProps,
  TlsSecret,
  type TlsSecretProps,
  type TypedSecretProps,
} from './typed-secrets';
