/** A value as it is written: what an object is made from, and where each of its fields stands. */
export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode;

/** A string, number, boolean or null; which of them is decided when it is decoded. */
export class ScalarNode {
  public readonly kind = 'scalar';

  public constructor(
    /** Offset in the text of the document. */
    public readonly start: number,
    public readonly value: string,
    /** Full tag such as `tag:yaml.org,2002:str`; empty when none is written. */
    public readonly tag: string = '',
    /** Whether the type follows from the text: true for unquoted scalars without a tag, and for the tag `!`. */
    public readonly implicit: boolean = false,
  ) {}
}

/** A list. */
export class SequenceNode {
  public readonly kind = 'sequence';
  public readonly items: Node[] = [];

  public constructor(public readonly start: number) {}
}

/** A map; the value of `keys[i]` is `values[i]`. */
export class MappingNode {
  public readonly kind = 'mapping';
  public readonly keys: Node[] = [];
  public readonly values: Node[] = [];

  public constructor(public readonly start: number) {}
}

/** `*name`. */
export class AliasNode {
  public readonly kind = 'alias';

  public constructor(
    public readonly start: number,
    public readonly name: string,
    public readonly target: Node,
  ) {}
}
