/** Free text, where `null` is a word like any other. */
const NAMES =
  /(?:^|\.)(?:\w*[lL]abels|select|selector)\.[^.]+$|(?:^|\.)(?:image|\w*[nN]ame|namespace|\w*[hH]ost|hosts\[\d+\]|database|user)$/;

/**
 * The text that JavaScript has for a missing value or an object, in a string that a program has put together:
 * `shop:undefined`, `db-NaN`, `[object Object]`.
 *
 * @param path of the prop: only names are never the word `null`.
 */
export function missingValueIn(text: string, path: string): string | undefined {
  const object = /\[object \w+\]/.exec(text)?.[0];
  if (object !== undefined) return object;
  if (!/undefined|NaN|null/.test(text) || /\s/.test(text)) return undefined;
  if (/^null$|:null$/.test(text) && NAMES.test(path)) return 'null';
  // `--fail-on-undefined` is an option, `--version=undefined` is a mistake.
  const parts = text.startsWith('-') ? text.slice(text.indexOf('=') < 0 ? text.length : text.indexOf('=')) : text;
  return /(?:^|[-._:/@=,])(undefined|NaN)(?:$|[-._:/@,])/.exec(parts)?.[1];
}
