import { createHash } from 'node:crypto';

/**
 * The suffix that `kubectl create configmap|secret --append-hash` appends to the name: ten characters of a SHA-256 hash of
 * kind, name and contents, encoded without vowels.
 *
 * @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_create/kubectl_create_configmap/
 */
export function appendHash(name: string, contents: Readonly<Record<string, unknown>>): string {
  const sorted = Object.fromEntries(
    Object.keys({ ...contents, name })
      .sort()
      .map((key) => [key, key === 'name' ? name : contents[key]]),
  );
  const hexadecimal = createHash('sha256').update(goJson(sorted)).digest('hex');
  return `${name}-${hexadecimal.slice(0, 10).replaceAll(/[013ae]/g, (character) => CONSONANTS[character])}`;
}

const CONSONANTS: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/** JSON as Go writes it, with characters escaped that are special in HTML and JavaScript. */
export function goJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
