/** The server's own OpenAPI document, asked from it, so that the mutants do not depend on what our import keeps. */
export interface ApiNode {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, ApiNode>>;
  readonly additionalProperties?: ApiNode | boolean;
  readonly items?: ApiNode;
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}

export class ApiDocument {
  private readonly kinds = new Map<string, ApiNode>();

  constructor(private readonly definitions: Readonly<Record<string, ApiNode>>) {
    for (const name of Object.keys(definitions)) {
      const kinds = definitions[name]!['x-kubernetes-group-version-kind'];
      if (kinds?.length !== 1) continue;
      const { group, version, kind } = kinds[0]!;
      this.kinds.set(`${group ? `${group}/` : ''}${version} ${kind}`, { $ref: `#/definitions/${name}` });
    }
  }

  /** Adds a kind that the document does not have: a custom resource. */
  add(apiVersion: string, kind: string, node: ApiNode): void {
    this.kinds.set(`${apiVersion} ${kind}`, node);
  }

  ofKind(object: any): ApiNode | undefined {
    return this.kinds.get(`${object?.apiVersion} ${object?.kind}`);
  }

  /** Follows a reference. */
  resolve(node: ApiNode): ApiNode {
    if (!node.$ref) return node;
    return this.definitions[node.$ref.slice('#/definitions/'.length)] ?? {};
  }

  /** Schema of a property, list element or map value. */
  child(node: ApiNode | undefined, key: string | number): ApiNode | undefined {
    if (!node) return undefined;
    const { properties, items, additionalProperties } = this.resolve(node);
    if (typeof key === 'number') return items;
    return properties?.[key] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
  }

  /** What a value is, for exchanging it with another of the same: its definition, else its shape. */
  sort(node: ApiNode): string {
    if (node.$ref) return node.$ref;
    if (node.items) return `[${this.sort(node.items)}]`;
    return `${node.type}/${node.format ?? ''}`;
  }
}
