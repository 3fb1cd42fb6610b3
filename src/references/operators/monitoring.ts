import { isKind } from '../../facts';
import { isEmptySelector, isLabelSelector, selectorMatches, selectorText } from '../../values';
import type { Cluster } from '../input/cluster';
import { namespaceOf } from '../input/placed';
import type { ReferenceRule } from '../rule/reference-rule';

const GROUP = 'monitoring.coreos.com';
/** Kinds of which one selects an object; a Prometheus or its agent where none is given. */
const SERVERS: Readonly<Record<string, readonly string[]>> = {
  AlertmanagerConfig: ['Alertmanager'],
  PrometheusRule: ['Prometheus', 'ThanosRuler'],
};
/** Fields of a Prometheus or an Alertmanager by the kind that they select. */
const SELECTORS: Readonly<Record<string, string>> = {
  ServiceMonitor: 'serviceMonitor',
  PodMonitor: 'podMonitor',
  Probe: 'probe',
  PrometheusRule: 'rule',
  ScrapeConfig: 'scrapeConfig',
  AlertmanagerConfig: 'alertmanagerConfig',
};
const prometheus = {
  apiVersion: `${GROUP}/v1`,
  kind: 'Prometheus',
  metadata: { name: 'main' },
  spec: { ruleSelector: { matchLabels: { release: 'main' } } },
};
const rules = (release: string) => ({
  apiVersion: `${GROUP}/v1`,
  kind: 'PrometheusRule',
  metadata: { name: 'shop', labels: { release } },
  spec: { groups: [] },
});

export const monitorNotSelected: ReferenceRule = {
  id: 'monitor-not-selected',
  severity: 'warning',
  message: 'no Prometheus of the input selects this PrometheusRule',
  why: 'A Prometheus reads the monitors and rules that its selectors match, in its namespace or those of its namespace selector. Others have no effect.',
  hint: 'set the labels that the selector of the Prometheus requires',
  source: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusSpec',
  refused: [prometheus, rules('mian')],
  accepted: [prometheus, rules('main')],
  on: Object.keys(SELECTORS).map((kind) => `${GROUP}/${kind}`),
  check: ({ object }, cluster) => {
    const kind = Object.keys(SELECTORS).find((one) => isKind(object, `${GROUP}/${one}`));
    if (kind === undefined) return [];
    const field = SELECTORS[kind]!;
    const kinds = SERVERS[kind] ?? ['Prometheus', 'PrometheusAgent'];
    const server = kinds.filter((one) => cluster.all(`${GROUP}/${one}`).length > 0).join(' or ') || kinds[0]!;
    const all = kinds.flatMap((one) => cluster.all(`${GROUP}/${one}`));
    const selectors = all.flatMap(({ object: { spec } }) => [
      spec?.[`${field}Selector`],
      spec?.[`${field}NamespaceSelector`],
    ]);
    if (!selectors.every((one) => isLabelSelector(one ?? {}))) return [];
    // Without a selector, it selects none.
    const servers = all.filter((one) => (one.object.spec?.[`${field}Selector`] ?? undefined) !== undefined);
    if (servers.length === 0 || servers.some((server) => selects(server.object, field, object, cluster))) return [];
    const message = `no ${server} of the input selects this ${kind}`;
    const near = servers.find((one) => selectsLabels(one.object, field, object));
    if (near !== undefined) {
      const selector = near.object.spec[`${field}NamespaceSelector`];
      const namespaces = selector ? `namespaces with ${selectorText(selector)}` : 'its own namespace';
      const hint = `${near.object.kind} ${JSON.stringify(near.object.metadata?.name)} selects in ${namespaces} only`;
      return [{ field: 'metadata.namespace', message, hint, certainty: 'likely' }];
    }
    const wanted = servers[0]!.object.spec[`${field}Selector`].matchLabels ?? {};
    const labels = Object.entries(wanted).map(([key, value]) => `${key}=${value}`);
    const hint =
      labels.length === 0
        ? undefined
        : `${servers[0]!.object.kind} ${JSON.stringify(servers[0]!.object.metadata?.name)} requires ${labels.join(', ')}`;
    return [{ field: 'metadata.labels', message, ...(hint && { hint }), certainty: 'likely' }];
  },
};

function selectsLabels(server: any, field: string, object: any): boolean {
  return selectorMatches(server.spec[`${field}Selector`], object.metadata?.labels ?? {});
}

/** Without a namespace selector, objects of the namespace of the Prometheus are selected. */
function selects(server: any, field: string, object: any, cluster: Cluster): boolean {
  const isNamed = server.spec.alertmanagerConfiguration?.name === object.metadata?.name;
  if (isNamed && namespaceOf(server) === namespaceOf(object)) return true;
  if (!selectsLabels(server, field, object)) return false;
  const namespaces = server.spec[`${field}NamespaceSelector`];
  const namespace = namespaceOf(object);
  if (namespaces === undefined || namespaces === null) return namespaceOf(server) === namespace;
  // The labels of a namespace that is not in the input are not known.
  const isUnknown = cluster.find('/Namespace', null, namespace) === undefined;
  return isUnknown || isEmptySelector(namespaces) || selectorMatches(namespaces, cluster.labelsOfNamespace(namespace));
}
