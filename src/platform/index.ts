export { withPlatformDefaults } from './apply';
export { checkIssuer, type Issuer, issuerAnnotations } from './issuer';
export { enablePlatform, ingressDefaults, Platform, platformOf, readPlatform, setPlatform } from './platform';
export type { IngressDefaults, PlatformEntries, PlatformProps, RegistryMirror } from './platform-props';
