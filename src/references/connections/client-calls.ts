import { containersOf } from '../../facts';
import { customList, type Workload } from '../input/placed';
import { ADDRESS, portOfScheme } from './written-addresses';

/** A host that a program in a command connects to: `nc -z db 3306`, `pg_isready -h db`, `until curl http://db/healthz; do …`. */
export interface ClientCall {
  readonly field: string;
  readonly host: string;
  readonly port?: number;
  /** The command is repeated until the host answers. */
  readonly isWaiting: boolean;
}

export interface Word {
  readonly text: string;
  readonly field: string;
}

/** Programs with options for the host and the port, the letter of the latter, and the scheme whose port is the default. */
const WITH_OPTIONS: readonly (readonly [name: RegExp, letter: string, scheme?: string])[] = [
  [/^(?:pg_isready|psql|pg_(?:dump|dumpall|restore|basebackup|rewind|receivewal))$/, 'p', 'postgres'],
  [/^(?:mysql|mariadb)(?:-?admin|-?dump)?$/, 'P', 'mysql'],
  [/^redis-cli$/, 'p', 'redis'],
  [/^wait-for(?:-it)?$/, 'p'],
];
/** Programs that take a host and its port, a pair of both, or a URL. */
const WITH_WORDS = /^(?:nc|ncat|telnet|grpcurl|dockerize|mongosh?)$/;
const WITH_URL = /^(?:curl|wget)$/;
const LOOKUP = /^(?:nslookup|getent)$/;
const WAITING = /^(?:wait-for(?:-it)?|dockerize)$/;
const HOST = /^[a-z][\w.-]*$/;
const DEVICE = /^\/dev\/tcp\/([a-z][\w.-]*)\/(\d{1,5})$/;
export const END = /^[;|&()`\n]$/;
export const COMMENT = /(?<=^|\s)#.*$/gm;

const known = new WeakMap<Workload, readonly ClientCall[]>();

/** The hosts that the commands of a pod connect to, those of its probes and hooks among them. */
export function clientCalls(workload: Workload): readonly ClientCall[] {
  let calls = known.get(workload);
  if (calls === undefined) {
    calls = containersOf(workload.pod.spec).flatMap(({ container, field }) =>
      commandsOf(container, `${workload.pod.specPath}.${field}`).flatMap(callsIn),
    );
    known.set(workload, calls);
  }
  return calls;
}

/** The words of what a container runs, and of each of its probes and hooks. */
export function commandsOf(container: any, at: string): Word[][] {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle } = container;
  const { postStart, preStop } = lifecycle ?? {};
  const others = { livenessProbe, readinessProbe, startupProbe, 'lifecycle.postStart': postStart };
  const executed = Object.entries({ ...others, 'lifecycle.preStop': preStop });
  return [
    [...wordsOf(container.command, `${at}.command`), ...wordsOf(container.args, `${at}.args`)],
    ...executed.map(([name, handler]) => wordsOf(handler?.exec?.command, `${at}.${name}.exec.command`)),
  ];
}

/** Words of scripts, and what ends a command. */
export function wordsOf(list: unknown, at: string): Word[] {
  return customList(list).flatMap((item, index) => {
    const text = String(item)
      .replaceAll(COMMENT, '')
      .replaceAll(/["']|\\\n/g, '');
    return (text.match(/[;|&()`\n]|[^\s;|&()<>`]+/g) ?? []).map((word) => ({ text: word, field: `${at}[${index}]` }));
  });
}

/** The hosts that commands connect to. */
export function callsIn(words: readonly Word[]): ClientCall[] {
  const calls: ClientCall[] = [];
  let loop: 'while' | 'until' | undefined;
  for (const [index, { text, field }] of words.entries()) {
    if (text === 'until' || text === 'while') loop = text;
    else if (text === '!' && loop === 'while') loop = 'until';
    else if (text === 'do') loop = undefined;
    const program = text.replace(/^.*\/|\.sh$/g, '');
    const [, device, port] = DEVICE.exec(text) ?? [];
    let end = index + 1;
    while (end < words.length && !END.test(words[end]!.text)) end++;
    const found =
      device === undefined
        ? hostsOf(program, words.slice(index + 1, end))
        : [{ field, host: device, port: Number(port) }];
    const isWaiting = loop === 'until' || WAITING.test(program);
    calls.push(...found.map((one) => ({ ...one, isWaiting })));
  }
  return calls;
}

/** The hosts in the arguments of a program. */
function hostsOf(program: string, words: readonly Word[]): Omit<ClientCall, 'isWaiting'>[] {
  const [, letter, scheme] = WITH_OPTIONS.find(([name]) => name.test(program)) ?? [];
  if (LOOKUP.test(program))
    return words
      .filter(({ text }) => HOST.test(text))
      .slice(-1)
      .map(({ text, field }) => ({ field, host: text }));
  const isUrl = WITH_URL.test(program);
  if (letter === undefined && !isUrl && !WITH_WORDS.test(program)) return [];
  const found = words.flatMap(({ text, field }, index): Omit<ClientCall, 'isWaiting'>[] => {
    const word = text.replace(/^-[\w-]+=/, '');
    const [, ofUrl, portOfUrl, ofPair, portOfPair] = ADDRESS.exec(word) ?? [];
    const port = portOfUrl ?? portOfPair ?? portOfScheme(word);
    const host = ofUrl ?? (isUrl ? undefined : ofPair);
    if (host !== undefined) return [{ field, host, ...(port !== undefined && { port: Number(port) }) }];
    const next = words[index + 1]?.text ?? '';
    const isBeside = letter === undefined && !isUrl && HOST.test(word) && /^\d{1,5}$/.test(next);
    return isBeside ? [{ field, host: word, port: Number(next) }] : [];
  });
  const named = letter === undefined ? undefined : optionOf('h', 'host', words);
  if (named === undefined) return found;
  const port = Number(optionOf(letter!, 'port', words)?.text ?? portOfScheme(`${scheme}://`));
  return [...found, { field: named.field, host: named.text, ...(port > 0 && { port }) }];
}

/** The value of `-h db`, `-hdb`, `--host db` or `--host=db`. */
export function optionOf(letter: string, name: string, words: readonly Word[]): Word | undefined {
  for (const [index, { text, field }] of words.entries()) {
    if (text === `-${letter}` || text === `--${name}`) return words[index + 1];
    const value = new RegExp(`^(?:-${letter}|--${name}=)(\\w.*)$`).exec(text)?.[1];
    if (value !== undefined) return { text: value, field };
  }
  return undefined;
}
