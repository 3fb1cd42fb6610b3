/** Bytes that kubectl's YAML reader decodes at a time. */
const CHUNK = 512;
/** Characters that it looks ahead. */
export const LOOK_AHEAD = 4;

/**
 * Offset of the first character that kubectl's YAML reader decodes together with the one at that offset. A character that is
 * not allowed is refused as soon as its chunk is decoded, and never when the document ends in an earlier chunk.
 */
export function chunkStart(text: string, offset: number): number {
  let start = 0;
  for (const end of chunkEnds(text)) {
    if (offset < end) {
      break;
    }
    start = end;
  }
  return start;
}

/**
 * Whether a byte order mark stands where kubectl's YAML reader fills its buffer anew. Due to an error in it, a character
 * vanishes from each of the lines that follow.
 *
 * @see https://pkg.go.dev/go.yaml.in/yaml/v2 (is_bom in yamlprivateh.go)
 */
export function byteOrderMarkAtChunk(text: string): number | undefined {
  const mark = '\ufeff';
  if (!text.includes(mark)) {
    return undefined;
  }
  // The buffer is filled while fewer characters are left in it than are looked at; at the end of the text nothing follows.
  const ends = [...chunkEnds(text)].slice(0, -1);
  const near = (at: number) => at === 0 || ends.some((end) => at <= end && at > end - LOOK_AHEAD);
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (near(at)) {
      return at;
    }
  }
  return undefined;
}

function* chunkEnds(text: string): Generator<number> {
  let bytes = 0;
  let at = 0;
  for (const character of text) {
    const width = Buffer.byteLength(character);
    if (bytes + width > CHUNK) {
      yield at;
      bytes = 0;
    }
    bytes += width;
    at += character.length;
  }
  yield at;
}
