import type { Comparison, Complaint } from './compare';
import type { Mutant } from './mutate';

/** Differences that look alike. */
export interface Group {
  readonly key: string;
  readonly side: 'missing' | 'extra';
  readonly area: string;
  readonly kind: string;
  readonly path: string;
  readonly reason: string;
  readonly rule: string;
  readonly message: string;
  count: number;
  /** How many of them turn the verdict. */
  verdicts: number;
  example: Mutant;
}

/** Counts differences by kind, path pattern, reason and message pattern, and keeps the smallest example of each. */
export class Tally {
  readonly groups = new Map<string, Group>();
  readonly outcomes = { agree: 0, 'false accept': 0, 'false refusal': 0, 'other complaints': 0 };
  readonly known = new Map<string, number>();
  refused = 0;
  total = 0;

  add(mutant: Mutant, comparison: Comparison, accepted: boolean): void {
    this.total++;
    if (!accepted) this.refused++;
    this.outcomes[comparison.outcome]++;
    const turns = comparison.outcome.startsWith('false');
    for (const complaint of comparison.missing) this.count('missing', complaint, mutant, turns);
    for (const complaint of comparison.extra) this.count('extra', complaint, mutant, turns);
  }

  addKnown(why: string): void {
    this.known.set(why, (this.known.get(why) ?? 0) + 1);
  }

  private count(side: Group['side'], complaint: Complaint, mutant: Mutant, turns: boolean): void {
    const shape = shapeOf(side, complaint, mutant.object);
    let group = this.groups.get(shape.key);
    if (!group) {
      group = { ...shape, count: 0, verdicts: 0, example: mutant };
      this.groups.set(shape.key, group);
    }
    group.count++;
    if (turns) group.verdicts++;
    if (sizeOf(mutant) < sizeOf(group.example)) group.example = mutant;
  }
}

export function shapeOf(side: Group['side'], complaint: Complaint, object: any) {
  const node = placeOf(object, complaint.path);
  const path = node.path.replace(/\[[^\]]*\]/g, '[]');
  const message = patternOf(complaint.message);
  const rule = complaint.rule ?? '';
  const key = [side, node.kind, path, complaint.reason, rule, side === 'missing' ? message : ''].join(' | ');
  return { key, side, area: node.area, kind: node.kind, path, reason: complaint.reason, rule, message };
}

/** A pod template is the same wherever it is, and so is metadata. */
function placeOf(object: any, path: string): { area: string; kind: string; path: string } {
  const group = String(object.apiVersion).split('/').slice(0, -1).join('.') || 'core';
  const kind = String(object.kind);
  const pod = /^(?:spec\.jobTemplate\.spec\.template|spec\.template|template)\.(spec.*)$/.exec(path);
  if (pod) return { area: 'pod', kind: 'pod template', path: pod[1]! };
  if (kind === 'Pod' && path.startsWith('spec')) return { area: 'pod', kind: 'pod template', path };
  if (path.startsWith('metadata')) return { area: 'metadata', kind: '*', path };
  if (path === '') return { area: 'decoding', kind, path };
  return { area: group.replace(/\.(k8s\.io|authorization\.k8s\.io|apiserver\.k8s\.io)$/, ''), kind, path };
}

function patternOf(message: string): string {
  return message
    .replace(
      /(Invalid value|Unsupported value|Duplicate value|Not found): (?:"(?:[^"\\]|\\.)*"|\{.*?\}(?=: )|\[[^\]]*\]|\S+?(?=: |$))/gs,
      '$1: …',
    )
    .replace(/"(?:[^"\\]|\\.)*"/g, '"…"')
    .replace(/0x[0-9a-f]+/g, '…')
    .replace(/-?\d+/g, 'N')
    .slice(0, 260);
}

function sizeOf(mutant: Mutant): number {
  return mutant.changes.length * 2_000 + JSON.stringify(mutant.object).length;
}
