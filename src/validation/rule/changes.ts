import type { FieldNode } from './rule';

/** Changes the value of one node in the decoded copy, as the server does before it validates. */
export type Change = (value: any, node: FieldNode) => void;

/** Changes by the name of the schema definition whose every occurrence they apply to. Parents come before children. */
export type Changes = Readonly<Record<string, Change>>;
