import { EDGES, type Edge, SELECTIONS } from '../src/references';

const BEGIN = '<!-- edges -->';
const END = '<!-- end edges -->';

/** Writes the table of edges anew into docs/references.md. */
export function pageWithEdges(page: string): string {
  const [before = ''] = page.split(BEGIN);
  const [, after = ''] = page.split(END);
  return `${before}${BEGIN}\n${table()}\n${END}${after}`;
}

function table(): string {
  const byName = EDGES.map((edge) => [kind(edge.from), `\`${edge.path}\``, target(edge), part(edge), rule(edge.rule)]);
  const byLabels = SELECTIONS.map((one) => [kind(one.from), `\`${one.path}\``, kind(one.to), 'labels', rule(one.rule)]);
  const rows = [...byName, ...byLabels].map((cells) => `| ${cells.join(' | ')} |`);
  return ['| From | Field | To | Also | Rule |', '|-|-|-|-|-|', ...rows].join('\n');
}

function kind(name: string): string {
  return name === 'pod' ? 'pods' : name.replace(/^\//, '');
}

function target({ to, namespace }: Edge): string {
  const kinds =
    typeof to === 'string'
      ? kind(to)
      : to.otherwise === '/'
        ? 'any kind'
        : `any kind, ${kind(to.otherwise)} by default`;
  return namespace === undefined ? kinds : `${kinds}, in any namespace`;
}

function part({ part: one, optional, since }: Edge): string {
  const names = {
    key: 'keys',
    servicePort: 'ports',
    listener: 'listeners',
    backend: 'backends',
    item: one?.called && `${one.called}s`,
  } as const;
  return [one && names[one.of], optional, since && `from ${since}`].filter((text) => text !== undefined).join(', ');
}

function rule(id: string): string {
  return `[${id}](rules/${id}.md)`;
}
