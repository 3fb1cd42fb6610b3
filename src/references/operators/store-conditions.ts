import { isLabelSelector, selectorMatches } from '../../values';
import type { Cluster } from '../input/cluster';
import { customList, namespaceOf } from '../input/placed';
import { referencesIn } from '../rule/edge-rules';
import type { Dangling, ReferenceRule } from '../rule/reference-rule';

const GROUP = 'external-secrets.io';
const STORE = `${GROUP}/ClusterSecretStore`;
const store = (namespace: string) => ({
  apiVersion: `${GROUP}/v1`,
  kind: 'ClusterSecretStore',
  metadata: { name: 'shared' },
  spec: { provider: { fake: { data: [] } }, conditions: [{ namespaces: [namespace] }] },
});
const secret = {
  apiVersion: `${GROUP}/v1`,
  kind: 'ExternalSecret',
  metadata: { name: 'login', namespace: 'shop' },
  spec: {
    secretStoreRef: { name: 'shared', kind: 'ClusterSecretStore' },
    data: [{ secretKey: 'password', remoteRef: { key: 'password' } }],
  },
};

/** What a ClusterSecretStore says of the namespaces that may use it. */
export const storePermitted: ReferenceRule = {
  id: 'secret-store-not-permitted',
  message: 'no condition of ClusterSecretStore "shared" permits namespace shop; they permit "blog"',
  why: 'External Secrets reads nothing for an object in a namespace that no condition of its ClusterSecretStore permits. A selector of namespaces is a warning, as labels may be added elsewhere.',
  hint: 'add the namespace to a condition of the store',
  source: 'https://external-secrets.io/latest/api/clustersecretstore/',
  refused: [store('blog'), secret],
  accepted: [store('shop'), secret],
  on: [`${GROUP}/ExternalSecret`, `${GROUP}/PushSecret`],
  check: (subject, cluster) => {
    const namespace = namespaceOf(subject.object);
    return referencesIn('custom-reference-unknown', subject).flatMap(({ to, name, field }): Dangling[] => {
      if (to !== STORE) return [];
      const conditions = customList(cluster.find(STORE, null, name)?.spec?.conditions);
      if (conditions.length === 0 || conditions.some((one) => permits(one, namespace, cluster))) return [];
      const isByLabels = conditions.some((one) => one?.namespaceSelector);
      const isKnown = !isByLabels || cluster.find('/Namespace', null, namespace) !== undefined;
      const names = conditions.flatMap((one) => [...customList(one?.namespaces), ...customList(one?.namespaceRegexes)]);
      const others = [...names.map((one) => JSON.stringify(one)), ...(isByLabels ? ['those with its labels'] : [])];
      const message = `no condition of ClusterSecretStore ${JSON.stringify(name)} permits namespace ${namespace}; they permit ${others.join(', ') || 'none'}`;
      return isKnown ? [{ field, message, certainty: isByLabels ? 'likely' : 'wrong' }] : [];
    });
  },
};

/** As validateNamespaceConditions of runtime/clientmanager: each part of a condition permits. */
function permits(condition: any, namespace: string, cluster: Cluster): boolean {
  const { namespaces, namespaceRegexes, namespaceSelector } = condition ?? {};
  if (customList(namespaces).includes(namespace)) return true;
  if (namespaceSelector) {
    const isKnown = isLabelSelector(namespaceSelector);
    if (!isKnown || selectorMatches(namespaceSelector, cluster.labelsOfNamespace(namespace))) return true;
  }
  return customList(namespaceRegexes).some((one) => matches(String(one), namespace));
}

/** A pattern that only Go knows may match. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return true;
  }
}
