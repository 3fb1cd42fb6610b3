import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const ROOT = join(__dirname, '..', '..');

/** A file of dist/ and what is known about it. */
export interface ExampleFile {
  readonly name: string;
  readonly path: string;
  readonly objects: readonly any[];
  /** Pod Security level that its namespaces enforce. */
  readonly podSecurity: 'restricted' | 'baseline' | 'privileged';
  /** First minor version that takes it. */
  readonly sinceMinor: number;
}

/**
 * The files of dist/. Each is expected to keep to the `restricted` level and to suit every version, unless
 * examples/pod-security.json (`{"file": {"level", "reason"}}`) or examples/needs-version.json (`{"file": "1.29"}`)
 * says otherwise.
 */
export function exampleFiles(folder = join(ROOT, 'dist')): ExampleFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.k8s.yaml'))
    .sort();
  const levels = settings('pod-security.json', names);
  const versions = settings('needs-version.json', names);
  return names.map((name) => {
    const path = join(folder, name);
    return {
      name,
      path,
      objects: objectsIn(readFileSync(path, 'utf8')),
      podSecurity: levels[name]?.level ?? levels[name] ?? 'restricted',
      sinceMinor: Number((versions[name] ?? '1.0').split('.')[1]),
    };
  });
}

export function objectsIn(stream: string): any[] {
  const documents = parseAllDocuments(stream);
  const objects = Array.isArray(documents) ? documents.map((document) => document.toJS()) : [];
  return objects.filter((object) => object !== null);
}

/** A settings file of examples/, whose keys must all be files of dist/. */
function settings(file: string, names: readonly string[]): Record<string, any> {
  const path = join(ROOT, 'examples', file);
  const read: Record<string, any> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const unknown = Object.keys(read).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`examples/${file}: no such file in dist/: ${unknown.join(', ')}`);
  }
  return read;
}
