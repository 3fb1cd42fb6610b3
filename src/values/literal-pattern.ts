/** The source of a regular expression that matches the text itself, whatever is in it. */
export function literalPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
