import type { DiffIssue } from '../../diff';
import type { InputObject } from '../../findings';
import { readManifests } from '../../reading';
import { type ManifestFile, UnreadableInput } from '../manifest-files';

/** The objects of one side, and what could not be read. */
export interface ReadObjects {
  readonly inputs: readonly InputObject[];
  readonly issues: readonly DiffIssue[];
}

/** Reads all objects of files; a file or document that cannot be read is an issue, and the others are still read. */
export function readObjects(files: readonly ManifestFile[], side: DiffIssue['side']): ReadObjects {
  const inputs: InputObject[] = [];
  const issues: DiffIssue[] = [];
  for (const file of files) {
    try {
      for (const { object, issues: found, locate } of readManifests(file.read(), file.name)) {
        const errors = found.filter(({ severity }) => severity === 'error');
        for (const { message, file: name, line, column } of errors) {
          issues.push({ side, message, position: { file: name, line, column } });
        }
        if (errors.length === 0 && object !== undefined && object !== null) inputs.push({ object, locate });
      }
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      issues.push({ side, message: error.message, position: { file: error.path } });
    }
  }
  return { inputs, issues };
}
