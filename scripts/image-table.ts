import { type ImageFacts, KNOWN_IMAGES, portOf, writtenPathOf } from '../src/images';

const START = '<!-- images: written by "npm run docs" from src/images/known -->';
const END = '<!-- end -->';

/** The page docs/image-facts.md with the table of known images. */
export function pageWithImages(page: string): string {
  const [before = '', rest = ''] = page.split(START);
  const after = rest.split(END)[1] ?? '';
  return `${before}${START}\n${table()}\n${END}${after}`;
}

function table(): string {
  const rows = KNOWN_IMAGES.filter(({ source }) => source !== undefined).map(row);
  return ['| Image | User | Made for | Ports | Writes | As root it needs | Source |', '|-|-|-|-|-|-|-|', ...rows].join(
    '\n',
  );
}

function row(facts: ImageFacts): string {
  const { repositories, tags, user, uid, ports, writes, capabilities, source, read } = facts;
  const cells = [
    `${repositories[0]!.replace(/^docker\.io\/(library\/)?/, '')}${tags === undefined ? '' : ` (${tags.join(', ')})`}`,
    user === undefined ? '' : String(user) === '' ? 'root' : `\`${user}\``,
    uid ?? '',
    ports === undefined ? '' : ports.map((port) => portOf(port).port).join(', ') || 'none',
    (writes ?? []).map((path) => writtenPathOf(path).path).join(', '),
    (capabilities ?? []).join(', '),
    `[${read ?? 'not read'}](${source})`,
  ];
  return `| ${cells.map((cell) => String(cell).replaceAll('*', '\\*')).join(' | ')} |`;
}
