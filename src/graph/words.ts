import type { GraphEdge, GraphField, GraphFinding, GraphNode, GraphSource } from './model';

const KINDS: Readonly<Record<GraphEdge['relation'], string>> = {
  reference: 'refers to',
  selection: 'selects',
  peer: 'has a rule for',
  allowed: 'may connect to',
  denied: 'may not connect to',
};

const ORIGINS: Readonly<Record<GraphNode['origin'], string>> = {
  input: '',
  external: 'declared as external',
  cluster: 'every cluster has it',
  controller: 'a controller creates it',
  unknown: 'not in the input',
};

/** `Deployment web` */
export function nodeTitle({ kind, name }: Pick<GraphNode, 'kind' | 'name'>): string {
  return `${kind} ${name}`;
}

/** `1 finding`, `2 findings` */
export function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** What a node is called where its name is all that is shown, and how many findings it has, which a color would say to some alone. */
export function labelLines({ kind, name, findings }: GraphNode): string[] {
  return [kind, name, ...(findings.length === 0 ? [] : [counted(findings.length, 'finding')])];
}

/** What the edge means, as the verb between its ends. */
export function verbOf({ relation }: GraphEdge): string {
  return KINDS[relation];
}

/** Where a node is that is not in the input; empty for one that is. */
export function originText({ origin }: GraphNode): string {
  return ORIGINS[origin];
}

/** `main.ts:12:5, construct shop/web` */
export function sourceText(source: GraphSource | undefined): string {
  const { file, line, column, constructPath } = source ?? {};
  const position = [file, line, column].filter((part) => part !== undefined).join(':');
  return [position, constructPath === undefined ? '' : `construct ${constructPath}`].filter(Boolean).join(', ');
}

/** `warning: no Secret "db" [configuration-unknown]` */
export function findingText({ severity, path, message, hint, rule }: GraphFinding): string {
  const field = path === '' ? '' : `${path}: `;
  return `${severity}: ${field}${message}${hint === undefined ? '' : ` (${hint})`} [${rule}]`;
}

/** All that is known of a node, a line each. */
export function nodeLines(node: GraphNode): string[] {
  const where = node.namespace === null ? [] : [`namespace ${node.namespace}`];
  const lines = [nodeTitle(node), ...where, originText(node), sourceText(node.source), ...node.details];
  return [...lines.filter(Boolean), ...node.findings.map(findingText)];
}

/** All that is known of an edge, a line each. */
export function edgeLines(edge: GraphEdge, from: GraphNode, to: GraphNode): string[] {
  return [
    `${nodeTitle(from)} ${verbOf(edge)} ${nodeTitle(to)}`,
    ...edge.details,
    ...edge.fields.map(fieldText),
    ...edge.findings.map(findingText),
  ];
}

/** `spec.rules[0].host (http) at main.ts:12:5` */
export function fieldText({ path, parts, source }: GraphField): string {
  const at = sourceText(source === undefined ? undefined : { ...source, constructPath: undefined });
  const named = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return `${path}${named}${at === '' ? '' : ` at ${at}`}`;
}
