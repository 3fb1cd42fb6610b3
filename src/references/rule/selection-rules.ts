import { isEmptySelector, isLabelSelector, labelValue, selectorMatches, selectorText } from '../../values';
import { SELECTIONS, type Selection, valuesAt } from '../edges';
import type { Cluster } from '../input/cluster';
import { isOfKubernetes, kindIn, kindKey, namespaceNamed, namespaceOf, type Placed } from '../input/placed';
import { isApiServerSelector, isDnsSelector, SYSTEM_NAMESPACE } from '../input/well-known';
import { endpointSelector } from './cilium-selectors';
import { hasKeys, nearLabels, Targets } from './near-labels';
import type { Dangling, ReferenceRule } from './reference-rule';
import { isOfRollout } from './rollout-services';

/** A rule about all selections that name it. */
export function selectionRule(texts: Omit<ReferenceRule, 'on' | 'check'>): ReferenceRule {
  const selections = SELECTIONS.filter(({ rule }) => rule === texts.id);
  return {
    ...texts,
    on: selections.map(({ from }) => from),
    check: (subject, cluster) =>
      selections
        .filter(({ from }) => from === kindKey(subject.object?.apiVersion, subject.object?.kind))
        .flatMap((selection) => emptySelections(subject, selection, cluster)),
  };
}

/** What a selection of an object selects, at one occurrence of its field. */
export interface Selected {
  readonly field: string;
  readonly selector: any;
  /** Whether the namespaces are selected as well. */
  readonly isInner: boolean;
  /** Whether the namespaces are all of the cluster. */
  readonly isOpen: boolean;
  /** Whether every cluster has something that is selected. */
  readonly isWellKnown: boolean;
  readonly namespaces: readonly string[];
  readonly targets: readonly Placed[];
}

/** What an object selects by a selection; nothing for one that selects everything, or for a Service with an address of its own. */
export function selectedBy(object: any, selection: Selection, cluster: Cluster): Selected[] {
  const own = namespaceOf(object);
  return valuesAt(object, selection.path).flatMap(({ value, field, parent }): Selected[] => {
    const endpoints = selection.form === 'endpoints' ? endpointSelector(value) : undefined;
    if (selection.form === 'endpoints' && endpoints === undefined) return [];
    const selector = selection.form === 'map' ? { matchLabels: value } : (endpoints?.selector ?? value);
    if (
      !isLabelSelector(selector) ||
      isEmptySelector(selector) ||
      object.spec?.type === 'ExternalName' ||
      isRefused(selector)
    )
      return [];
    const inner =
      selection.namespaces === undefined ? undefined : (endpoints?.namespaces ?? parent?.[selection.namespaces]);
    if (!isLabelSelector(inner ?? {}) || !Array.isArray(inner?.matchNames ?? [])) return [];
    const isInner = inner !== undefined;
    const { root, everywhere } = selection;
    const isRoot = root === own || (everywhere !== undefined && valuesAt(object, everywhere)[0]?.value === true);
    const namespaces = isRoot ? cluster.inNamespace.keys() : isInner ? cluster.namespacesSelected(inner, own) : [own];
    const targets = namespaces.flatMap((namespace) => matching(selection.to, namespace, selector, cluster));
    const isOpen = isRoot || (isInner && isOfAll(inner));
    const system = isInner ? cluster.isSystemSelected(inner) : own === SYSTEM_NAMESPACE;
    const isWellKnown =
      selection.to === 'pod'
        ? system && isDnsSelector(selector)
        : namespaces.some((name) => namespaceNamed(name) === '') && isApiServerSelector(selector);
    return [{ field, selector, isInner, isOpen, isWellKnown, namespaces, targets }];
  });
}

function emptySelections({ object }: Placed, selection: Selection, cluster: Cluster): Dangling[] {
  const own = namespaceOf(object);
  return selectedBy(object, selection, cluster).flatMap((selected): Dangling[] => {
    const { field, selector, isInner, isOpen, isWellKnown, namespaces, targets } = selected;
    if (targets.length > 0 || isWellKnown || isOfRollout(object, own, cluster)) return [];
    if (namespaces.some((namespace) => mayBeProduced(selection.to, namespace, selector, cluster))) return [];
    const what = selection.to === 'pod' ? 'pods' : `${kindIn(selection.to)}s`;
    const where = isInner ? ' in the selected namespaces' : own === '' ? '' : ` in namespace ${own}`;
    // Operators create Services in the namespaces of Kubernetes itself, such as that for all kubelets.
    const isOfSystem = selection.to === '/Service' && namespaces.every(isOfKubernetes);
    const others = subjectsOf(object, selection, cluster);
    const reason = isOfSystem ? undefined : reasonFor(selection, selected, others, cluster);
    // Every namespace is more than those of the input.
    const isOwned =
      !isOpen &&
      !isOfOperator(selector, cluster) &&
      namespaces.some((namespace) => hasTargets(selection.to, namespace, cluster));
    return [
      {
        field,
        message: `no ${what} match the selector ${selectorText(selector)}${where}${reason?.found ?? ''}`,
        ...(reason?.hint !== undefined && { hint: reason.hint }),
        certainty: isOwned || (reason !== undefined && reason.isLike !== false) ? 'likely' : 'external',
      },
    ];
  });
}

/** Labels that the server rejects, which is what is reported. */
function isRefused({ matchLabels }: any): boolean {
  return Object.entries(matchLabels ?? {}).some(
    ([key, value]) => key.includes(':') || typeof value !== 'string' || labelValue(value).length > 0,
  );
}

/** A label of the API group that the input defines: the operator that comes with it labels what it creates. */
function isOfOperator({ matchLabels, matchExpressions }: any, cluster: Cluster): boolean {
  const keys = [...Object.keys(matchLabels ?? {}), ...(matchExpressions ?? []).map((one: any) => String(one?.key))];
  const groups = new Set(
    cluster.all('apiextensions.k8s.io/CustomResourceDefinition').map(({ object }) => object.spec?.group),
  );
  return keys.some((key) => key.includes('/') && groups.has(key.split('/')[0]));
}

function isOfAll(namespaceSelector: any): boolean {
  return (
    namespaceSelector?.any === true ||
    (namespaceSelector?.matchNames === undefined && isEmptySelector(Object(namespaceSelector)))
  );
}

function matching(to: string, namespace: string, selector: any, cluster: Cluster): readonly Placed[] {
  return to === 'pod' ? cluster.selected(namespace, selector) : cluster.labeled(to, namespace, selector);
}

/** Whether controllers may create what is selected; nothing creates objects of further kinds. */
function mayBeProduced(to: string, namespace: string, selector: any, cluster: Cluster): boolean {
  if (to === 'pod' || to === '/Service') return cluster.produced.mayBeSelected(namespace, selector);
  if (to !== '/PersistentVolumeClaim') return false;
  return cluster.produced
    .all('PersistentVolumeClaim', namespace)
    .some(({ labels }) => labels === undefined || selectorMatches(selector, labels));
}

function hasTargets(to: string, namespace: string, cluster: Cluster): boolean {
  // The input is never all that is in the namespaces of Kubernetes itself, such as the DNS server.
  if (isOfKubernetes(namespace)) return false;
  return to === 'pod' ? cluster.workloadsIn(namespace).length > 0 : cluster.all(to, namespace).length > 0;
}

interface Reason {
  readonly found: string;
  /** Whether something has all the keys of the selector. */
  readonly isLike?: boolean;
  readonly hint?: string;
}

/** What nearly matches: labels on the workload only, pods of other namespaces, pods with another value. */
function reasonFor(
  selection: Selection,
  selected: Selected,
  others: ReadonlySet<any>,
  cluster: Cluster,
): Reason | undefined {
  const { to } = selection;
  const { selector, namespaces, isInner } = selected;
  const named = ({ kind, metadata }: any) => `${kind} ${JSON.stringify(metadata?.name)}`;
  if (to === 'pod' && Object.keys(selector.matchLabels ?? {}).length > 0) {
    const labeled = namespaces
      .flatMap((namespace) => cluster.workloadsIn(namespace))
      .find(({ object, pod }) => pod.path !== '' && selectorMatches(selector, object.metadata?.labels ?? {}));
    if (labeled !== undefined) {
      return {
        found: `; ${named(labeled.object)} has these labels, its pods do not`,
        hint: `set the labels in ${labeled.pod.path}.metadata`,
      };
    }
  }
  const byPods = namespaces
    .flatMap((namespace) => (to === '/Service' ? cluster.all(to, namespace) : []))
    .find(({ object }) => selectorMatches(selector, object.spec?.selector ?? {}));
  if (byPods !== undefined) {
    return {
      found: `; ${named(byPods.object)} selects pods by these labels, and does not have them`,
      hint: 'set the labels in metadata.labels of the Service',
    };
  }
  const targets = Targets.of(to, cluster);
  const elsewhere = targets
    .withLabelsOf(selector)
    .find(({ object, labels }) => !namespaces.includes(namespaceOf(object)) && selectorMatches(selector, labels));
  if (elsewhere !== undefined) {
    const namespace = namespaceOf(elsewhere.object);
    const there = namespace === '' ? 'another namespace' : `namespace ${namespace}`;
    return {
      found: `; ${named(elsewhere.object)} in ${there} does`,
      hint: isInner
        ? `the labels are right; ${selection.namespaces} does not select ${there}`
        : selection.namespaces === undefined
          ? 'the labels are right; put both into one namespace'
          : `the labels are right; select ${there} in ${selection.namespaces}`,
    };
  }
  const wanted = Object.entries<string>(selector.matchLabels ?? {});
  const role = to === 'pod' ? roleOf(wanted, namespaces, cluster) : undefined;
  if (role !== undefined) return { found: '', hint: `the pods that the operator creates have ${role}` };
  const there = targets.inNamespaces(namespaces);
  const near = nearLabels(
    wanted,
    there.filter(({ object }) => !others.has(object)),
  );
  const isLike = there.some((one) => hasKeys(wanted, one));
  if (near === undefined && !isLike) return undefined;
  const ofWhat = to === 'pod' ? 'the pod template' : 'the objects';
  return { found: '', isLike, ...(near !== undefined && { hint: `${near}; use the labels of ${ofWhat}` }) };
}

/** What a policy is about, which it seldom allows as a peer. */
function subjectsOf(object: any, { rule, form }: Selection, cluster: Cluster): ReadonlySet<any> {
  const { podSelector, endpointSelector: endpoints } = object.spec ?? {};
  const selector = form === 'endpoints' ? endpointSelector(endpoints)?.selector : podSelector;
  if (rule !== 'network-policy-peer-unknown' || isEmptySelector(Object(selector))) return new Set();
  return new Set(cluster.selected(namespaceOf(object), selector).map((one) => one.object));
}

/** `spilo-role=master or replica`, where pods that an operator creates have the other labels. */
function roleOf(wanted: readonly [string, string][], namespaces: readonly string[], cluster: Cluster) {
  const isAs = (labels: Readonly<Record<string, string>>, [key, value]: [string, string]) => labels[key] === value;
  const key = wanted.find(([one]) => /role$/i.test(one))?.[0];
  const others = wanted.filter(([one]) => one !== key);
  const values = namespaces
    .flatMap((namespace) => cluster.produced.pods(namespace))
    .flatMap(({ labels = {} }) => {
      const known = others.filter(([one]) => labels[one] !== undefined);
      return known.length > 0 && known.every((one) => isAs(labels, one)) ? (labels[key ?? ''] ?? []) : [];
    });
  return values.length === 0 ? undefined : `${key}=${[...new Set(values)].join(' or ')}`;
}
