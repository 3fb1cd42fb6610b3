/** Why a file could not be read, in words for messages: `there is no such file`. */
export function whyUnread(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'is a directory, expected a file';
  return code === undefined ? message : `cannot be read (${code})`;
}
