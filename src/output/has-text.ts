import { fileBytes } from './file-bytes';

/** Whether a path is a file with that text. What cannot be read is not: to write it reports what is in its way. */
export function hasText(path: string, text: string): boolean {
  return fileBytes(path)?.equals(Buffer.from(text)) === true;
}
