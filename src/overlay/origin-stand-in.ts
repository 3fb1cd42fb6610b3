export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
export function captureOrigin(_below?: Function): Origin | undefined {
  const frame = new Error().stack
    ?.split('\n')
    .slice(1)
    .find((line) => !/src\/overlay\/|src\/mixins\/|node_modules|node:/.test(line));
  const match = frame?.match(/\(?([^\s(]+):(\d+):(\d+)\)?$/);
  return match ? { file: match[1]!, line: Number(match[2]), column: Number(match[3]) } : undefined;
}
