import { readFileSync } from 'node:fs';
import { PropsError } from '../props';
import { readManifests, whyUnread } from '../reading';
import type { CheckOptions } from './check-options';

/**
 * Objects that are in the cluster and not in the input: those of the options, and those of manifest files.
 *
 * @throws PropsError for a file that cannot be read, or has a document that is not a manifest.
 */
export function externalObjects({ external = [] }: Pick<CheckOptions, 'external'>): readonly object[] {
  const given = (Array.isArray(external) ? external : [external]) as readonly (string | object)[];
  return given.flatMap((one) => (typeof one === 'string' ? manifestsOf(one) : [one]));
}

function manifestsOf(file: string): object[] {
  const problem = (message: string, hint?: string) => new PropsError('external', [{ prop: file, message, hint }]);
  let read: ReturnType<typeof readManifests>;
  try {
    read = readManifests(readFileSync(file), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw problem(whyUnread(error));
    const isName = !/[/\\.]/.test(file);
    const hint = isName
      ? `for an object of that name use external.secret(${JSON.stringify(file)}), external.service, …`
      : undefined;
    throw problem(whyUnread(error), hint);
  }
  return read.map(({ object, issues }) => {
    const [first] = issues.filter(({ severity }) => severity === 'error');
    if (first !== undefined) throw problem(first.message);
    return object as object;
  });
}
