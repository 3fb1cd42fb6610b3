import type { KubernetesVersion } from '../facts';
import { typedObject } from '../validation';
import { withCustomFields } from './check-references';
import { fieldsBeside, type Reference, SELECTIONS } from './edges';
import { Cluster, namespaceOf, type Placed, type Workload } from './input/cluster';
import { kindIn, kindKey } from './input/placed';
import { isDnsSelector, isWellKnown } from './input/well-known';
import { allReferencesIn, targetOf } from './rule/edge-rules';
import { namespaceOfTarget } from './rule/missing';
import { selectedBy } from './rule/selection-rules';

/** A reference or selection of an object and what it is to, by one row of the tables of edges. */
export interface Link {
  /** Position of the object in the input. */
  readonly from: number;
  readonly to: LinkTarget;
  readonly type: 'reference' | 'selection';
  /** Field with the name or the selector. */
  readonly field: string;
  /** Fields with the namespace and the group beside it. */
  readonly beside?: readonly string[];
  /** Keys, ports and listeners of the target that are named beside it. */
  readonly parts: Reference['parts'];
  /** Whether the target may be missing. */
  readonly optional: boolean;
  /** Id of the rule that reports a target that does not exist. */
  readonly rule: string;
}

/** What a link is to. */
export interface LinkTarget {
  /** Group and kind; `pod` for a selector that matches no pods. */
  readonly kind: string;
  /** `null` for kinds without a namespace; empty for `default`, in which objects without a namespace are applied. */
  readonly namespace: string | null;
  /** Name of the object, or the text of a selector that matches nothing. */
  readonly name: string;
  /** Position in the input, if the object is part of it. */
  readonly document?: number;
  /**
   * `input`: part of it. `external`: declared as external. `cluster`: every cluster has it. `controller`: a controller creates it for an
   * object of the input. `unknown`: none of these.
   */
  readonly origin: 'input' | 'external' | 'cluster' | 'controller' | 'unknown';
}

/** The links of an input, and its objects with the types of their kinds; undefined for one of which nothing can be made. */
export interface Links {
  readonly links: readonly Link[];
  readonly objects: readonly any[];
}

/**
 * Follows what every object refers to and selects, as `checkReferences` does, and by the same tables.
 *
 * @param known objects that are in the cluster and not in the input.
 */
export function linksOf(
  objects: readonly unknown[],
  kubernetesVersion: KubernetesVersion,
  known: readonly object[] = [],
): Links {
  const complete = objects.map((object) => {
    const decoded = typedObject(object, kubernetesVersion);
    return decoded && withCustomFields({ decoded, manifest: object });
  });
  const cluster = new Cluster(complete, known);
  const documents = new Map<unknown, number>(complete.map((object, document) => [object, document]));
  const workloads = new Map(cluster.workloads.map((workload) => [workload.document, workload]));
  const links = complete.flatMap((object, document): Link[] => {
    if (object === undefined) return [];
    const subject = workloads.get(document) ?? { object, document };
    return [...references(subject), ...selections(subject)];
  });
  return { links, objects: complete };

  function references(subject: Placed & Partial<Workload>): Link[] {
    const own = namespaceOf(subject.object);
    return allReferencesIn(subject, cluster).map((reference): Link => {
      const { edge, field, parts, optional } = reference;
      const to = targetOfReference(reference, own);
      return {
        ...{ from: subject.document, to, type: 'reference', field, parts, optional, rule: edge.rule },
        beside: fieldsBeside(reference),
      };
    });
  }

  function targetOfReference(reference: Reference, own: string): LinkTarget {
    const { to: kind, name } = reference;
    const namespace = namespaceOfTarget(kind, reference.namespace, own);
    const target = targetOf(reference, own, cluster);
    const document = documents.get(target);
    if (document !== undefined) return { kind, namespace, name, document, origin: 'input' };
    const produced = () => cluster.produced.named(kindIn(kind), namespace, name);
    const origin =
      target !== undefined
        ? 'external'
        : isWellKnown(kind, name, namespace)
          ? 'cluster'
          : produced().length > 0
            ? 'controller'
            : 'unknown';
    return { kind, namespace, name, origin };
  }

  function selections({ object, document: from }: Placed): Link[] {
    const key = kindKey(object.apiVersion, object.kind);
    return SELECTIONS.filter((selection) => selection.from === key).flatMap((selection) =>
      selectedBy(object, selection, cluster).flatMap(({ field, selector, namespaces, targets }): Link[] => {
        const link = { from, type: 'selection', field, parts: [], optional: false, rule: selection.rule } as const;
        if (targets.length > 0) return targets.map((target) => ({ ...link, to: selectedTarget(target) }));
        const isProduced = namespaces.some((namespace) => cluster.produced.mayBeSelected(namespace, selector));
        const namespace = namespaces.length === 1 ? namespaces[0]! : null;
        const origin = isProduced ? 'controller' : isDnsSelector(selector) ? 'cluster' : 'unknown';
        return [{ ...link, to: { kind: selection.to, namespace, name: selectorText(selector), origin } }];
      }),
    );
  }
}

function selectedTarget({ object, document }: Placed): LinkTarget {
  const { apiVersion, kind, metadata } = object;
  const namespace = namespaceOf(object);
  return { kind: kindKey(apiVersion, kind), namespace, name: String(metadata?.name), document, origin: 'input' };
}

/** `app=shop,tier in (web,api)`, as kubectl writes it. */
export function selectorText(selector: any): string {
  const labels = Object.entries(selector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`);
  const expressions = (selector?.matchExpressions ?? []).map(({ key, operator, values = [] }: any) =>
    operator === 'Exists'
      ? key
      : operator === 'DoesNotExist'
        ? `!${key}`
        : `${key} ${operator === 'NotIn' ? 'notin' : 'in'} (${values.join(',')})`,
  );
  return [...labels, ...expressions].join(',');
}
