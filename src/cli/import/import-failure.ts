import { ImportError } from '../../schema/imports';
import { CommandError } from '../command-error';

/** Runs an import and names the source in what it complains about. */
export function orCommandError<T>(from: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ImportError) throw new CommandError(`${from}: ${error.message}`);
    throw error;
  }
}
