/** The part of JSON Schema, with the Kubernetes extensions, that imported documents keep. */
export interface SchemaNode {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly format?: string;
  /** `#/definitions/io.k8s.…` */
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly uniqueItems?: boolean;
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
  /** Only on definitions of kinds; taken from the paths of the document. */
  readonly 'x-kubernetes-scope'?: Scope;
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: 'atomic' | 'granular';
  readonly 'x-kubernetes-patch-merge-key'?: string;
  readonly 'x-kubernetes-patch-strategy'?: string;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-unions'?: readonly unknown[];
}

/** Whether objects of a kind are in a namespace. */
export type Scope = 'Namespaced' | 'Cluster';

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** What `cdk8s-patterns import kubernetes` writes to imports/kubernetes/v1.NN.json. */
export interface KubernetesDocument {
  /** Says that the file is generated and by which command. */
  readonly '//': string;
  /** Minor version, such as `1.36`. */
  readonly kubernetesVersion: string;
  /** Version as the document tells it: `v1.28.15` from older servers, `1.36` from newer ones. */
  readonly gitVersion: string;
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}
