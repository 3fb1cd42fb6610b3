import { xml } from '../escape';
import type { GraphEdge, GraphFinding, GraphNode, ManifestGraph } from '../model';
import { fieldText, findingText, nodeTitle, originText, sourceText, verbOf } from '../words';

/** Everything that the picture shows as two tables, for screen readers, for printing and without scripts. */
export function tablesOf({ nodes, edges }: ManifestGraph): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return [
    table(
      'Objects',
      ['Object', 'Namespace', 'Source', 'Details', 'Findings'],
      nodes.map((node, index) => objectRow(node, index)),
    ),
    table(
      'References',
      ['From', '', 'To', 'Fields', 'Findings'],
      edges.map((edge, index) => referenceRow(edge, index, byId)),
    ),
  ].join('\n');
}

function table(caption: string, heads: readonly string[], rows: readonly string[]): string {
  const columns = heads.map((_, index) => `<col class="c${index}">`).join('');
  const head = heads.map((text) => (text === '' ? '<td></td>' : `<th scope="col">${text}</th>`)).join('');
  return `<table class="${caption.toLowerCase()}"><caption>${caption}</caption><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

function objectRow(node: GraphNode, index: number): string {
  const origin = originText(node);
  return [
    `<tr data-object="${index}"><th scope="row">${xml(nodeTitle(node))}</th>`,
    `<td>${node.namespace === null ? '' : xml(node.namespace)}</td>`,
    `<td>${xml(sourceText(node.source))}${origin === '' ? '' : `<span class="muted">${origin}</span>`}</td>`,
    `<td>${list(node.details)}</td><td>${findingList(node.findings)}</td></tr>`,
  ].join('');
}

function referenceRow(edge: GraphEdge, index: number, byId: ReadonlyMap<string, GraphNode>): string {
  const [from, to] = [byId.get(edge.from)!, byId.get(edge.to)!];
  const fields = edge.fields.map((field) => {
    const of = field.of === undefined ? '' : `${xml(nodeTitle(byId.get(field.of)!))}: `;
    return `<li>${of}<code>${xml(fieldText(field))}</code></li>`;
  });
  return [
    `<tr data-reference="${index}"><th scope="row">${xml(nodeTitle(from))}</th>`,
    `<td>${verbOf(edge)}</td><td>${xml(nodeTitle(to))}</td>`,
    `<td>${list(edge.details)}${fields.length === 0 ? '' : `<ul>${fields.join('')}</ul>`}</td>`,
    `<td>${findingList(edge.findings)}</td></tr>`,
  ].join('');
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${xml(line)}</li>`).join('')}</ul>`;
}

function findingList(findings: readonly GraphFinding[]): string {
  if (findings.length === 0) return '';
  const items = findings.map((finding) => {
    const source = sourceText(finding.source);
    return `<li>${xml(findingText(finding))}${source === '' ? '' : ` <span class="muted">${xml(source)}</span>`}</li>`;
  });
  return `<ul class="findings">${items.join('')}</ul>`;
}
