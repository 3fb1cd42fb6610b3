/**
 * Reads the indexes of an Indexed Job, such as `1,3-5,7`: rising numbers and intervals below `completions`.
 *
 * @returns how many indexes it names, or what is wrong with it in the server's words.
 */
export function countIndexes(text: string, completions: number): number | string {
  if (text === '') return 0;
  let last: number | undefined;
  let total = 0;
  for (const interval of text.split(',')) {
    const read = readInterval(interval, completions);
    if (typeof read === 'string') return read;
    const [first, end] = read;
    if (last !== undefined && last >= first) return `non-increasing order, previous: ${last}, current: ${first}`;
    total += end - first + 1;
    last = end;
  }
  return total;
}

function readInterval(interval: string, completions: number): [first: number, last: number] | string {
  const limits = interval.split('-');
  if (limits.length > 2) {
    return `the fragment ${JSON.stringify(interval)} violates the requirement that an index interval can have at most two parts separated by '-'`;
  }
  const numbers: number[] = [];
  for (const limit of limits) {
    if (!/^\+?[0-9]{1,18}$/.test(limit)) return `cannot convert string to integer for index: ${JSON.stringify(limit)}`;
    if (Number(limit) >= completions) return `too large index: ${JSON.stringify(limit)}`;
    numbers.push(Number(limit));
  }
  const [first, last = first] = numbers as [number, number?];
  if (numbers.length === 2 && first >= last) return `non-increasing order, previous: ${first}, current: ${last}`;
  return [first, last];
}
