import { readFileSync } from 'node:fs';
import type { ReportIssue } from '../../props';

/** The bytes of a file; one that cannot be read is reported at the prop. */
export function readFile(path: string, prop: string, reportIssue: ReportIssue): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason =
      code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a directory' : `cannot be read (${code})`;
    reportIssue(prop, `${JSON.stringify(path)} ${reason}`, code === 'EISDIR' ? 'use Content.directory' : undefined);
    return undefined;
  }
}
