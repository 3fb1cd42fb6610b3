import type { Severity } from '../findings';

/** Version of the JSON that `formatGraphJson` writes. It changes when a field is removed or changes its meaning; fields may be added. */
export const GRAPH_SCHEMA_VERSION = 1;

/** Objects and what they refer to, as a picture shows them. No value of a Secret or a ConfigMap is part of it. */
export interface ManifestGraph {
  readonly schemaVersion: typeof GRAPH_SCHEMA_VERSION;
  /** In the order of their names; the objects without a namespace come last. */
  readonly namespaces: readonly GraphNamespace[];
  /** The objects of the input in their order, then what they refer to and the input does not have. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A box around nodes. */
export interface GraphNamespace {
  /** `null` for what is in no namespace, or in one that is not known. */
  readonly name: string | null;
  /** Where its Namespace is defined, if the input has it. */
  readonly source?: GraphSource;
  /** What is wrong with its Namespace. */
  readonly findings: readonly GraphFinding[];
}

/** What an object is to the others. */
export type GraphRole = 'route' | 'service' | 'workload' | 'store' | 'access' | 'policy' | 'scaling' | 'other';

/**
 * Where an object is: `input`, one of the objects; `external`, declared as external; `cluster`, every cluster has it; `controller`, a
 * controller creates it for an object of the input; `unknown`, none of these.
 */
export type GraphOrigin = 'input' | 'external' | 'cluster' | 'controller' | 'unknown';

/** An object, or the target of a reference that is not part of the input. */
export interface GraphNode {
  /** `GROUP/KIND/NAMESPACE/NAME`; the group of core kinds and the namespace of objects without one are empty. */
  readonly id: string;
  readonly role: GraphRole;
  readonly group: string;
  /** `Pods` for a selector that matches no pods; `Namespaces` and `Addresses` for what a rule of a NetworkPolicy names as a whole. */
  readonly kind: string;
  /** `default` for objects without a namespace; `null` for kinds that are in none, and where it is not known. */
  readonly namespace: string | null;
  /** Name of the object, or the text of a selector that matches nothing. */
  readonly name: string;
  readonly origin: GraphOrigin;
  /** Where the object was created, if it is part of the input and its source is known. */
  readonly source?: GraphSource;
  /** What matters of it in a few words: images, ports, hosts, names of keys. */
  readonly details: readonly string[];
  readonly findings: readonly GraphFinding[];
}

/**
 * What an edge means: `reference`, a field has the name of the target; `selection`, a selector of it matches the target; `peer`, a rule
 * of a network policy names the target; `allowed` and `denied`, network policies let the pods of one workload connect to those of the
 * other, or do not although a rule of one of them names the other.
 */
export type GraphRelation = 'reference' | 'selection' | 'peer' | 'allowed' | 'denied';

/** An arrow from one node to another; all fields by which one object refers to another are one edge. */
export interface GraphEdge {
  /** Ids of nodes. */
  readonly from: string;
  readonly to: string;
  readonly relation: GraphRelation;
  /** Whether the target is missing, or lacks a part that is named, and a finding says so. */
  readonly unresolved: boolean;
  /** What matters of it in a few words: ports, and the policies that allow or deny them. */
  readonly details: readonly string[];
  readonly fields: readonly GraphField[];
  readonly findings: readonly GraphFinding[];
}

/** A field that refers to something. */
export interface GraphField {
  /** Field path, such as `spec.template.spec.volumes[0].secret.secretName`. */
  readonly path: string;
  /** Keys, ports and listeners of the target that are named beside it. */
  readonly parts: readonly (string | number)[];
  /** Id of the object that has the field, if that is not the one that the edge is from: the policy of an arrow. */
  readonly of?: string;
  readonly source?: GraphSource;
}

/** A position in a manifest file or in a program. */
export interface GraphSource {
  /** Relative to the working directory, with `/`. */
  readonly file?: string;
  /** One-based. */
  readonly line?: number;
  /** One-based. */
  readonly column?: number;
  /** The construct that created the object. */
  readonly constructPath?: string;
}

/** What is wrong, as the check of references reports it. */
export interface GraphFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
  readonly source?: GraphSource;
}
