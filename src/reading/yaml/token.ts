/** What the scanner finds in a text; the names are those of the YAML specification and of libyaml. */
export type TokenType =
  | 'stream-end'
  | 'version-directive'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export class Token {
  public constructor(
    public readonly type: TokenType,
    public readonly start: number,
    public readonly end: number,
    /** Text of a scalar, name of an anchor or alias, handle of a tag or tag directive, version of a version directive. */
    public readonly value: string = '',
    /** Suffix of a tag, prefix of a tag directive. */
    public readonly suffix: string = '',
    /** Whether a scalar is written without quotes and not as a block. */
    public readonly plain: boolean = false,
  ) {}
}
