/** What stands in a value for the line breaks between two lines of text: one becomes a space, of several the first goes. */
export function foldBreaks(breaks: readonly string[]): string {
  if (breaks[0] !== '\n') {
    return breaks.join('');
  }
  return breaks.length === 1 ? ' ' : breaks.slice(1).join('');
}
