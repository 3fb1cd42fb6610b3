import { conventionalReferences, READ } from '../edges';
import type { Cluster } from '../input/cluster';
import { kindIn, namespaceOf } from '../input/placed';
import { referencesIn } from '../rule/edge-rules';
import type { Dangling } from '../rule/reference-rule';

const GROUP = 'external-secrets.io';
const STORE = `${GROUP}/ClusterSecretStore`;

/**
 * What a ClusterSecretStore reads without a namespace: External Secrets looks for it in that of each object that uses the store. Only
 * what is nowhere but in other namespaces is reported, as each tenant may have one.
 *
 * @see https://external-secrets.io/latest/provider/hashicorp-vault/#referent-authentication
 */
export function readElsewhere(object: any, cluster: Cluster): Dangling[] {
  return [...withoutNamespace(object), ...readBesideUsers(object, cluster)];
}

/** Certificates, for which a store of the cluster has to say the namespace: FetchCACertFromSource of runtime/esutils. */
function withoutNamespace(object: any): Dangling[] {
  return Object.entries<any>(Object(object.spec?.provider)).flatMap(([name, provider]) =>
    [
      { at: name, of: provider },
      { at: `${name}.server`, of: provider?.server },
    ].flatMap(({ at, of }): Dangling[] => {
      const { caProvider, caBundle } = Object(of);
      if (typeof caProvider?.name !== 'string' || caProvider.namespace || caBundle) return [];
      const field = `spec.provider.${at}.caProvider`;
      const message = `a ClusterSecretStore is not valid without the namespace of ${caProvider.type} ${JSON.stringify(caProvider.name)}`;
      return [{ field, message, hint: `set ${field}.namespace`, certainty: 'likely' }];
    }),
  );
}

function readBesideUsers(object: any, cluster: Cluster): Dangling[] {
  const [user, ...others] = ['ExternalSecret', 'PushSecret']
    .flatMap((kind) => cluster.all(`${GROUP}/${kind}`))
    .filter((one) =>
      referencesIn('custom-reference-unknown', one).some(
        ({ to, name }) => to === STORE && name === object.metadata?.name,
      ),
    )
    .map((one) => one.object);
  if (user === undefined) return [];
  const spaces = [user, ...others].map(namespaceOf);
  return conventionalReferences(object, undefined, true).flatMap(({ to, name, namespace, field }): Dangling[] => {
    if (namespace !== undefined || !READ.includes(to) || field.includes('.caProvider.')) return [];
    const found = cluster.namespacesWith(to, name);
    const isThere = spaces.some(
      (one) => found.includes(one) || cluster.produced.named(kindIn(to), one, name).length > 0,
    );
    if (found.length === 0 || found.includes('') || isThere) return [];
    const message = `${kindIn(to)} ${JSON.stringify(name)} is looked for in namespace ${spaces[0] || 'default'}, that of ${user.kind} ${JSON.stringify(user.metadata?.name)}; it is in namespace ${found.join(', ')}`;
    return [{ field, message, hint: `set namespace: ${found.join(' or ')}`, certainty: 'likely' }];
  });
}
