import { DEFAULT_NAMESPACE } from '../../facts';
import { isEmptySelector, selectorText } from '../../values';
import type { Cluster } from '../input/cluster';
import { NAME_LABEL } from '../input/namespace-labels';
import { customList } from '../input/placed';
import { deployment } from '../rule/examples';
import { type Dangling, type ReferenceRule, slipOf } from '../rule/reference-rule';
import { ON, PAGE, policy } from './network-policies';

const namespaced = (labels: object) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'web', labels } });
const fromTeam = (team: string) => ({ ingress: [{ from: [{ namespaceSelector: { matchLabels: { team } } }] }] });

export const networkPolicyNamespace: ReferenceRule = {
  id: 'network-policy-namespace-unknown',
  message: 'no namespace of the input matches the selector team=wep',
  why: 'A rule for namespaces that do not exist, or that have other labels, allows no connection.',
  severity: 'warning',
  hint: 'use a label of the Namespace; every namespace has kubernetes.io/metadata.name',
  source: `${PAGE}#targeting-a-namespace-by-its-name`,
  refused: [deployment(), namespaced({ team: 'web' }), policy({ app: 'shop' }, fromTeam('wep'))],
  accepted: [deployment(), namespaced({ team: 'web' }), policy({ app: 'shop' }, fromTeam('web'))],
  on: ON,
  check: ({ object }, cluster) => {
    return ['ingress', 'egress'].flatMap((list) =>
      (object.spec?.[list] ?? []).flatMap((rule: any, index: number) => {
        const peers = list === 'ingress' ? 'from' : 'to';
        return (rule?.[peers] ?? []).flatMap((peer: any, at: number): Dangling[] => {
          const selector = peer?.namespaceSelector;
          if (selector === undefined || isEmptySelector(selector)) return [];
          if (cluster.namespacesLabeled(selector).some((name) => isDeclared(name, cluster))) return [];
          const hint = nearNamespace(selector, cluster);
          const field = `spec.${list}[${index}].${peers}[${at}].namespaceSelector`;
          const message = `no namespace of the input matches the selector ${selectorText(selector)}`;
          return hint === undefined ? [] : [{ field, message, hint, certainty: 'likely' }];
        });
      }),
    );
  },
};

/** Namespaces that no input has. */
const OF_EVERY_CLUSTER = ['kube-system', 'kube-public', 'kube-node-lease'];

function isDeclared(namespace: string, cluster: Cluster): boolean {
  return cluster.namespacesWith('/Namespace', namespace || DEFAULT_NAMESPACE).length > 0;
}

/**
 * A namespace of the input that has the labels with other values, or a name that differs by a typo; names of other namespaces are no
 * reason for a finding.
 */
function nearNamespace(selector: any, cluster: Cluster): string | undefined {
  const there = cluster.nameIndex('/Namespace', null);
  const ofLists = customList(selector.matchExpressions).flatMap(({ key, operator, values = [] }): [string, string][] =>
    operator === 'In' && values.length === 1 ? [[key, values[0]]] : [],
  );
  const labels = [...Object.entries<string>(selector.matchLabels ?? {}), ...ofLists];
  const byName = labels.find(([key]) => key === NAME_LABEL)?.[1];
  const slip = byName === undefined ? undefined : (slipOf(byName, there) ?? slipOf(byName, OF_EVERY_CLUSTER));
  if (slip !== undefined) return `did you mean ${JSON.stringify(slip)}?`;
  const wanted = labels.filter(([key]) => key !== NAME_LABEL);
  if (wanted.length === 0) return undefined;
  const named = wanted.find(([key, value]) => /(?:^|\/)name(?:space)?$/.test(key) && isDeclared(value, cluster));
  if (named !== undefined) return `every namespace has its name in the label ${NAME_LABEL}, not in ${named[0]}`;
  for (const name of there.names) {
    const own = cluster.labelsOfNamespace(name);
    if (!wanted.every(([key]) => own[key] !== undefined)) continue;
    return `Namespace ${JSON.stringify(name)} has ${wanted.map(([key]) => `${key}=${own[key]}`).join(', ')}`;
  }
  const [key, own] = wanted.find(([, value]) => isDeclared(value, cluster)) ?? [];
  if (own !== undefined && !Object.hasOwn(cluster.labelsOfNamespace(own), key!))
    return `Namespace ${JSON.stringify(own)} has no label ${key}; every namespace has its name in ${NAME_LABEL}`;
  return undefined;
}
