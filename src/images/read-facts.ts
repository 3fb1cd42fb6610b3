import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkProps, PropsError } from '../props';
import { readManifests, whyUnread } from '../reading';
import { ownFacts, type SourcedFacts } from './own-facts';

/**
 * Facts of a file, or of all .yaml, .yml and .json files of a directory, as `cdk8s-patterns import image` writes them.
 *
 * @throws PropsError for a file that cannot be read or has no facts.
 * @example
 * images:
 *   ghcr.io/acme/shop:
 *     user: 1000
 *     ports: [8080]
 */
export function readFacts(path: string): SourcedFacts[] {
  return filesOf(path).flatMap((file) => {
    const value = contentOf(file);
    const images = (value as any)?.images;
    if (typeof images !== 'object' || images === null || Array.isArray(images)) fail(file, whatIs(value));
    return Object.entries(images).map(([reference, facts]): SourcedFacts => {
      try {
        return { facts: ownFacts(reference, facts as object), from: file };
      } catch (error) {
        throw error instanceof PropsError ? new PropsError(`${file}: ${error.where}`, error.issues) : error;
      }
    });
  });
}

function filesOf(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    const files = readdirSync(path)
      .filter((name) => /\.(ya?ml|json)$/.test(name))
      .sort();
    if (files.length === 0) fail(path, 'has no .yaml, .yml or .json file');
    return files.map((name) => join(path, name));
  } catch (error) {
    if (error instanceof PropsError) throw error;
    return fail(path, whyUnread(error));
  }
}

function contentOf(file: string): unknown {
  let text: Buffer;
  try {
    text = readFileSync(file);
  } catch (error) {
    return fail(file, whyUnread(error));
  }
  try {
    return JSON.parse(text.toString());
  } catch {
    // YAML.
  }
  const documents = readManifests(text, file);
  const issue = documents.flatMap(({ issues }) => issues).find(({ severity }) => severity === 'error');
  if (issue !== undefined)
    fail(file, `is not valid YAML: ${issue.line}:${issue.column}: ${issue.message.split('\n')[0]}`);
  return documents[0]?.object;
}

function whatIs(value: unknown): string {
  const [first] = Array.isArray(value) ? value : [value];
  const isInspected = typeof first === 'object' && first !== null && ('RepoTags' in first || 'Config' in first);
  return isInspected
    ? 'is the output of "docker image inspect": run "cdk8s-patterns import image --from" on it'
    : 'has no facts: expected an object "images" with a repository for each key';
}

function fail(file: string, message: string): never {
  checkProps('images', (reportIssue) => reportIssue(file, message));
  throw new Error('unreachable');
}
