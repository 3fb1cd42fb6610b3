import { readFileSync } from 'node:fs';

/** The numbers and strings that a rule compares with. */
export interface Literals {
  readonly numbers: readonly number[];
  readonly strings: readonly string[];
}

/** Those that are written in a source. */
export function literalsOf(file: string): Literals {
  const source = readFileSync(file, 'utf8').replace(/^import .*|\/\*[\s\S]*?\*\/|\/\/.*/gm, '');
  const numbers = [...source.matchAll(/(?<![\w'.])\d[\d_]*(?![\w'])/g)].map(([text]) =>
    Number(text.replaceAll('_', '')),
  );
  const strings = [...source.matchAll(/'((?:[^'\\\n]|\\.){0,40})'/g)].map(([, text]) => text!);
  return { numbers: [...new Set(numbers)], strings: [...new Set(strings)] };
}
