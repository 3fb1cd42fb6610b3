import { stringifyManifests } from '../manifest';
import { readDocuments } from '../reading';
import { format, type Mismatch, type MismatchPath } from './matcher';
import { isSecretValue, redacted } from './redact';
import { nameOf, type Resource } from './resource';

/** Lines printed above and below one that differs. */
const CONTEXT = 2;
/** Closest objects that are shown. */
const MOST_SHOWN = 3;

/** A resource and its differences from what was expected. */
export interface Candidate {
  readonly resource: Resource;
  readonly mismatches: readonly Mismatch[];
}

/**
 * Formats the objects that are closest to what was expected as YAML, with a marker at each line that differs, the field as
 * a JSON pointer, the expected and the received value.
 */
export function explainClosest(candidates: readonly Candidate[]): string {
  const closest = candidates
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => a.candidate.mismatches.length - b.candidate.mismatches.length || a.index - b.index)
    .slice(0, MOST_SHOWN)
    .map(({ candidate }) => candidate);
  const best = closest[0]?.mismatches.length ?? 0;
  // Objects with more differences distract from the one that was meant.
  return closest
    .filter(({ mismatches }, index) => index === 0 || mismatches.length <= best)
    .map(explainOne)
    .join('\n');
}

function explainOne({ resource, mismatches }: Candidate): string {
  const lines = stringifyManifests([redacted(resource.object)])
    .replace(/^---\n/, '')
    .trimEnd()
    .split('\n');
  const text = `${lines.join('\n')}\n`;
  const [document] = readDocuments(text, '');
  const notes = new Map<number, string[]>();
  for (const one of mismatches) {
    const line = (document?.locate(one.path).line ?? 1) - 1;
    notes.set(line, [...(notes.get(line) ?? []), explain(resource.object, one)]);
  }
  const count = `${mismatches.length} ${mismatches.length === 1 ? 'difference' : 'differences'}`;
  return [`  ${nameOf(resource)}: ${count}`, '', ...abridged(lines, notes), ''].join('\n');
}

function explain(object: unknown, one: Mismatch): string {
  const secret = isSecretValue(object, one.path);
  const actual = secret && one.actual !== undefined ? '<redacted>' : shortened(format(one.actual));
  const expected = secret ? 'is not the expected value' : one.expected;
  return `${pointer(one.path)}: ${expected}, received ${actual}`;
}

function shortened(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}

/** @see https://www.rfc-editor.org/rfc/rfc6901 */
function pointer(path: MismatchPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') || '/';
}

/** The lines that differ, with the lines around them and the keys above them; the rest is left out. */
function abridged(lines: readonly string[], notes: ReadonlyMap<number, readonly string[]>): string[] {
  const kept = new Set<number>([0, 1]);
  for (const line of notes.keys()) {
    for (let near = line - CONTEXT; near <= line + CONTEXT; near++) {
      kept.add(near);
    }
    let indent = indentOf(lines[line] ?? '');
    for (let above = line - 1; above >= 0 && indent > 0; above--) {
      if (indentOf(lines[above]!) < indent) {
        indent = indentOf(lines[above]!);
        kept.add(above);
      }
    }
  }
  const output: string[] = [];
  let gap = false;
  for (const [index, line] of lines.entries()) {
    if (!kept.has(index)) {
      gap = true;
      continue;
    }
    if (gap) {
      output.push('      …');
      gap = false;
    }
    const wrong = notes.get(index);
    output.push(`${wrong === undefined ? '    ' : '  > '}  ${line}`);
    output.push(...(wrong ?? []).map((note) => `      ${' '.repeat(indentOf(line))}^ ${note}`));
  }
  return gap ? [...output, '      …'] : output;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
