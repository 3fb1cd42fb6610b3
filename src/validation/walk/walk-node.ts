import type { FieldNode } from '../rule';

/** A position in a walk. Paths are joined on demand. */
export class WalkNode implements FieldNode {
  public readonly root: FieldNode;
  private joined: string | undefined;
  private skipped: string[] | undefined;
  private warnedOnly: string[] | undefined;

  public constructor(
    public readonly value: any,
    public readonly definition: string,
    public readonly minor: number,
    public readonly parent: WalkNode | undefined,
    private readonly property: string,
    /** Index of a list entry or key of a map entry under the property. */
    private readonly entry: number | string | undefined,
  ) {
    this.root = parent === undefined ? this : parent.root;
  }

  public get field(): string {
    return this.entry === undefined ? this.property : `${this.property}[${this.entry}]`;
  }

  public get path(): string {
    this.joined ??= this.parent === undefined ? '' : joinPath(this.parent.path, this.field);
    return this.joined;
  }

  public ancestor(definition: string): FieldNode | undefined {
    let node = this.parent;
    while (node !== undefined && node.definition !== definition) node = node.parent;
    return node;
  }

  public skip(field: string): void {
    this.skipped ??= [];
    this.skipped.push(field);
  }

  public skipErrors(field: string): void {
    this.warnedOnly ??= [];
    this.warnedOnly.push(field);
  }

  /** Whether a node around this one was configured to skip it. */
  public isSkipped(): boolean {
    return this.isUnder(({ skipped }) => skipped);
  }

  /** Whether a node around this one was configured to skip errors in it. */
  public areErrorsSkipped(): boolean {
    return this.isUnder(({ warnedOnly }) => warnedOnly);
  }

  private isUnder(fieldsOf: (node: WalkNode) => readonly string[] | undefined): boolean {
    let field = this.field;
    for (let node = this.parent; node !== undefined; node = node.parent) {
      if (fieldsOf(node)?.some((configured) => covers(configured, field))) return true;
      field = joinPath(node.field, field);
    }
    return false;
  }

  public get skipsAnything(): boolean {
    return this.skipped !== undefined;
  }
}

/** Joins two paths in the server's notation. */
export function joinPath(base: string, field: string): string {
  if (base === '') return field;
  if (field === '') return base;
  return field.startsWith('[') ? `${base}${field}` : `${base}.${field}`;
}

function covers(skipped: string, field: string): boolean {
  if (skipped === '' || skipped === field) return true;
  if (!field.startsWith(skipped)) return false;
  const next = field[skipped.length];
  return next === '.' || next === '[';
}
