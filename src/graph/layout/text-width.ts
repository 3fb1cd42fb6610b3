/** Width of a character of the fonts in pictures, which are monospaced, relative to their size. */
const CHARACTER = 0.61;
/** East Asian wide characters and emoji take two columns. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}]/u;

/** Width of a text in pixels; nothing here can measure a font. */
export function textWidth(text: string, size: number): number {
  return columns(text) * CHARACTER * size;
}

/** A text of at most so many columns, without its middle: both ends of a name distinguish it. */
export function shortened(text: string, limit: number): string {
  if (columns(text) <= limit) return text;
  const characters = [...text];
  let [start, end] = ['', ''];
  for (let isStart = true; ; isStart = !isStart) {
    const next = isStart ? characters.shift()! : characters.pop()!;
    // One column is for the ellipsis.
    if (columns(start + next + end) >= limit) return `${start}…${end}`;
    if (isStart) start += next;
    else end = next + end;
  }
}

function columns(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
