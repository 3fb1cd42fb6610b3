import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageTally } from './messages';
import type { Group, Tally } from './tally';

export interface Run {
  readonly release: string;
  readonly seed: number;
  readonly seconds: number;
  readonly basesRefused: readonly string[];
  readonly basesNotTaken: readonly string[];
}

const percent = (part: number, whole: number) => `${whole ? ((100 * part) / whole).toFixed(3) : '100'} %`;

/** A few lines that say where we stand. */
export function summary(tally: Tally, run: Run): string {
  const { outcomes, total } = tally;
  const refusedByBoth =
    outcomes['other complaints'] + (tally.refused - outcomes['false accept'] - outcomes['other complaints']);
  const known = [...tally.known].map(([why, count]) => `- ${count} left out: ${why}`);
  return [
    `kube-apiserver ${run.release}, seed ${run.seed}: ${total} mutants (${tally.refused} refused by the server) in ${run.seconds.toFixed(0)} s`,
    `- same verdict: ${percent(total - outcomes['false accept'] - outcomes['false refusal'], total)}`,
    `- false accepts ${outcomes['false accept']}, false refusals ${outcomes['false refusal']}`,
    `- same fields and reasons where both refuse: ${percent(refusedByBoth - outcomes['other complaints'], refusedByBoth)} (${outcomes['other complaints']} differ)`,
    ...run.basesRefused.map((line) => `- CORPUS manifest refused by us: ${line}`),
    ...run.basesNotTaken.map((line) => `- CORPUS manifest refused by the server: ${line}`),
    ...known,
    '',
  ].join('\n');
}

/** One file per area, the most frequent difference first, `all.md` with one line each, and the smallest objects as `cases.json`. */
export function writeReports(folder: string, tally: Tally, run: Run, smallest: ReadonlyMap<string, any>): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (file.endsWith('.md')) rmSync(join(folder, file));
  const groups = [...tally.groups.values()].sort(
    (a, b) => b.verdicts - a.verdicts || b.count - a.count || (a.key < b.key ? -1 : 1),
  );
  const head = summary(tally, run);
  const list = groups.map((group, index) => `${index + 1}. [${group.area}] ${titleOf(group)}`);
  writeFileSync(join(folder, 'all.md'), `${head}\n${list.join('\n')}\n`);
  writeFileSync(
    join(folder, 'cases.json'),
    JSON.stringify([...smallest].map(([key, object]) => ({ key, area: tally.groups.get(key)?.area, object }))),
  );
  for (const area of new Set(groups.map((group) => group.area))) {
    const entries = groups.filter((group) => group.area === area).map((group) => entryOf(group, smallest));
    writeFileSync(join(folder, `${area}.md`), `${head}\n${entries.join('\n')}`);
  }
}

function titleOf(group: Group): string {
  const who = group.side === 'missing' ? 'SERVER says, we do not' : 'WE say, server does not';
  const rule = group.rule ? ` (${group.rule})` : '';
  return `×${group.count} (${group.verdicts} verdicts) ${who}: ${group.kind} \`${group.path}\` ${group.reason}${rule}: ${group.message}`;
}

function entryOf(group: Group, smallest: ReadonlyMap<string, any>): string {
  const object = JSON.stringify(smallest.get(group.key) ?? group.example.object);
  const shown = object.length > 2_500 ? `${object.slice(0, 2_500)}… (from ${group.example.base.name})` : object;
  const changes = group.example.changes.map((change) => `\`${change}\``).join('; ');
  return `## ${titleOf(group)}\n${changes}\n\n    ${shown}\n`;
}

/** Classes of messages that differ from the server's, the most frequent first. Returns the path of the file. */
export function writeMessages(folder: string, messages: MessageTally, name: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, messages.report());
  return file;
}
