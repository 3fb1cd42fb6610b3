import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { moveAllEarlier, moveEarlier } from './earlier-files';
import { hasText } from './has-text';

/** Text by path relative to a directory, with `/`. */
export type OutputFiles = ReadonlyMap<string, string>;

/** Says which files of a directory are whose. Hidden, and without an ending that kubectl would read. */
const RECORD = '.cdk8s-patterns';

/** Hash of each file that an app wrote, by app and file. */
type Written = Record<string, Record<string, string>>;

/**
 * Writes files into a directory: first all of them beside, then they are put in place one by one by renaming. When that fails
 * midway, what had been there is put back. A file that has these bytes already is left as it is, with its time.
 *
 * Several apps may write into one directory. A file that this app wrote the time before and no longer does is removed, unless
 * it has been changed since; all other files are kept.
 *
 * @param app tells apps that share a directory apart; without it nothing is ever removed
 */
export function writeFolder(folder: string, files: OutputFiles, app?: string): void {
  if (existsSync(folder)) {
    const changed = changedIn(folder, files);
    if (changed.size > 0) replaceIn(folder, changed);
  } else {
    mkdirSync(dirname(resolve(folder)), { recursive: true });
    const beside = mkdtempSync(join(dirname(resolve(folder)), `.${basename(resolve(folder))}-`));
    try {
      const whole = join(beside, 'new');
      if (moveAllEarlier(files.keys(), whole)) stage(whole, changedIn(whole, files));
      else {
        mkdirSync(whole);
        stage(whole, files);
      }
      renameSync(whole, folder);
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  }
  if (app !== undefined) {
    removeStale(folder, files, app);
  }
}

function changedIn(folder: string, files: OutputFiles): OutputFiles {
  return new Map([...files].filter(([name, text]) => !hasText(join(folder, name), text)));
}

function replaceIn(folder: string, files: OutputFiles): void {
  const beside = mkdtempSync(join(folder, '.synth-'));
  try {
    stage(beside, files);
    putInPlace(beside, folder, [...files.keys()]);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function stage(folder: string, files: OutputFiles): void {
  const folders = new Set([...files.keys()].map((name) => dirname(join(folder, name))));
  for (const path of folders) mkdirSync(path, { recursive: true });
  for (const [name, text] of files) {
    if (!moveEarlier(name, text, join(folder, name))) writeFileSync(join(folder, name), text);
  }
}

function putInPlace(from: string, to: string, names: readonly string[]): void {
  const undo: (() => void)[] = [];
  try {
    names.forEach((name, index) => {
      const target = join(to, name);
      mkdirSync(dirname(target), { recursive: true });
      refuseDirectory(target, name);
      if (existsSync(target)) {
        const kept = join(from, `.replaced-${index}`);
        renameSync(target, kept);
        undo.push(() => renameSync(kept, target));
      } else {
        undo.push(() => rmSync(target, { force: true }));
      }
      renameSync(join(from, name), target);
    });
  } catch (error) {
    for (const step of undo.reverse()) {
      step();
    }
    throw error;
  }
}

/** A directory in the place of a manifest has files of others. */
function refuseDirectory(target: string, name: string): void {
  if (lstatSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw Object.assign(new Error(`EISDIR: ${name} is a directory`), { code: 'EISDIR' });
}

function removeStale(folder: string, files: OutputFiles, app: string): void {
  const path = join(folder, RECORD);
  const written = readRecord(path);
  for (const [name, hash] of Object.entries(written[app] ?? {})) {
    const stale = join(folder, name);
    const ours = Object.entries(written).every(([other, names]) => other === app || !Object.hasOwn(names, name));
    if (!files.has(name) && ours && existsSync(stale) && hashOf(readFileSync(stale, 'utf8')) === hash) {
      rmSync(stale);
    }
  }
  const record: Written = {
    ...written,
    [app]: Object.fromEntries([...files].map(([name, text]) => [name, hashOf(text)])),
  };
  const apps = Object.keys(record).sort();
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(apps.map((name) => [name, record[name]])), null, 2)}\n`);
}

function readRecord(path: string): Written {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
