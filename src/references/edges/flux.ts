import type { Edge } from './edge';
import { keyOf, rows } from './rows';

const SOURCE = 'source.toolkit.fluxcd.io';
const IMAGE = 'image.toolkit.fluxcd.io';
const NOTIFICATION = 'notification.toolkit.fluxcd.io';
const secret = '/Secret';

/** A Secret whose keys the controller looks for; `|` is between keys of which it needs one. */
const keys = (from: string, field: string, wanted: readonly string[], more: Partial<Edge> = {}) =>
  rows(from, { [`${field}.name`]: secret }, { part: keyOf(...wanted), ...more });
/** Without any of them, the controller goes on without credentials. */
const anyOf = (from: string, field: string, wanted: string, more: Partial<Edge> = {}) =>
  rows(from, { [`${field}.name`]: secret }, { part: { ...keyOf(wanted), isDefaulted: true }, ...more });

const isSsh = ({ spec }: any) => /^ssh:/.test(String(spec?.url));
const isOf = (...providers: readonly string[]) => ({
  isIgnored: ({ spec }: any) => !providers.includes(spec?.provider ?? 'generic'),
});

const CERTIFICATES = 'ca.crt|tls.crt|caFile|certFile';
const PULL = '.dockerconfigjson|.dockercfg';

/**
 * Keys that the controllers of Flux look for in Secrets.
 *
 * @see https://fluxcd.io/flux/components/notification/receivers/#secret-reference
 * @see https://fluxcd.io/flux/components/notification/providers/#secret-reference
 * @see https://fluxcd.io/flux/components/source/gitrepositories/#secret-reference
 * @see https://fluxcd.io/flux/components/source/buckets/#provider
 * @see https://fluxcd.io/flux/components/source/helmrepositories/#secret-reference
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#kubeconfig-reference
 */
export const FLUX_EDGES: readonly Edge[] = [
  ...keys(`${NOTIFICATION}/Receiver`, 'secretRef', ['token']),
  ...anyOf(
    `${NOTIFICATION}/Provider`,
    'secretRef',
    'address|token|headers|username|password|proxy|githubAppID|tls.crt|ca.crt|caFile',
  ),
  ...keys(`${SOURCE}/GitRepository`, 'secretRef', ['identity', 'known_hosts'], { isIgnored: (one) => !isSsh(one) }),
  ...anyOf(`${SOURCE}/GitRepository`, 'secretRef', 'username|password|bearerToken|githubAppID|ca.crt|caFile|tls.crt', {
    isIgnored: isSsh,
  }),
  ...keys(`${SOURCE}/Bucket`, 'secretRef', ['accesskey', 'secretkey'], isOf('generic', 'aws')),
  ...keys(`${SOURCE}/Bucket`, 'secretRef', ['serviceaccount'], isOf('gcp')),
  ...anyOf(`${SOURCE}/Bucket`, 'secretRef', 'clientId|resourceId|accountKey|sasKey', isOf('azure')),
  ...anyOf(`${SOURCE}/HelmRepository`, 'secretRef', `username|${PULL}|${CERTIFICATES}`),
  ...anyOf(`${SOURCE}/OCIRepository`, 'secretRef', PULL),
  ...anyOf(`${IMAGE}/ImageRepository`, 'secretRef', PULL),
  ...[`${SOURCE}/HelmRepository`, `${SOURCE}/OCIRepository`, `${SOURCE}/Bucket`, `${IMAGE}/ImageRepository`].flatMap(
    (from) => anyOf(from, 'certSecretRef', CERTIFICATES),
  ),
  ...anyOf(`${NOTIFICATION}/Provider`, 'certSecretRef', CERTIFICATES),
  ...['kustomize.toolkit.fluxcd.io/Kustomization', 'helm.toolkit.fluxcd.io/HelmRelease'].flatMap((from) =>
    rows(
      from,
      { 'kubeConfig.secretRef.name': secret },
      { part: { of: 'key', fields: ['key'], otherwise: 'value|value.yaml' } },
    ),
  ),
  ...keys(`${IMAGE}/ImageUpdateAutomation`, 'git.commit.signingKey.secretRef', ['git.asc']),
];
