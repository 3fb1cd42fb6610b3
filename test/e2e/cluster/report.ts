import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '..', '..', '..', 'reports');
const FILE = join(FOLDER, 'cluster.txt');

/** Whether a pod whose image the cluster cannot pull is listed instead of a failure: for clusters without a registry. */
export const LISTS_MISSING_IMAGES = process.env.CLUSTER_MISSING_IMAGES === 'list';

/** Notes what the run does not cover, and why. */
export function note(example: string, reason: string): void {
  mkdirSync(FOLDER, { recursive: true });
  appendFileSync(FILE, `${example}: ${reason}\n`);
}

/** All notes of the run. */
export function notes(): string {
  return existsSync(FILE) ? [...new Set(readFileSync(FILE, 'utf8').split('\n'))].sort().join('\n').trim() : '';
}

/** Forgets the notes of an earlier run. */
export function clearNotes(): void {
  rmSync(FILE, { force: true });
}
