import type { RuntimeContainer } from '../../images';
import { ownField } from '../../values';
import { commandsOf, scriptOf } from './scripts';

const ENDING = /^(-[tTvVhqsSLMl]|--?(version|help|test|configtest)|stop|reload|graceful)$/;

/** Servers that go to the background unless they are asked not to, by the options that keep them in the foreground. */
const DAEMONS: Readonly<Record<string, RegExp>> = {
  nginx: /daemon\s+off/,
  // BusyBox has a program of this name, with an option of its own.
  httpd: /(^|\s)-(X|D\s*(FOREGROUND|NO_DETACH)|f\w*(\s+-|\s*$))/,
  apache2: /(^|\s)-(X|D\s*(FOREGROUND|NO_DETACH))/,
  apachectl: /(^|\s)-(X|D\s*(FOREGROUND|NO_DETACH))/,
  apache2ctl: /(^|\s)-(X|D\s*(FOREGROUND|NO_DETACH))/,
};

/** Options with which a server goes to the background. */
const TO_BACKGROUND: Readonly<Record<string, RegExp>> = {
  'redis-server': /--daemonize\s+yes/,
  'valkey-server': /--daemonize\s+yes/,
  mongod: /(^|\s)--fork(\s|$)/,
  memcached: /(^|\s)-d(\s|$)/,
  haproxy: /(^|\s)-D(\s|$)/,
  'php-fpm': /(^|\s)(-D|--daemonize)(\s|$)/,
  mysqld: /(^|\s)--daemonize(\s|$)/,
};

/** Whether a command starts a server in the background and ends. */
function startsInBackground(command: string): boolean {
  const [path = '', ...rest] = command.split(/\s+/).filter((word) => word !== '');
  const program = path.split('/').at(-1)!;
  const options = rest.join(' ');
  if ((program === 'service' && rest.at(-1) === 'start') || path.startsWith('/etc/init.d/'))
    return rest.at(-1) === 'start';
  const toForeground = ownField(DAEMONS, program);
  if (toForeground !== undefined) return !toForeground.test(options) && !rest.some((word) => ENDING.test(word));
  return ownField(TO_BACKGROUND, program)?.test(options) === true;
}

/** The command with which a container starts its server in the background and ends; undefined when there is none. */
export function backgroundStart(container: RuntimeContainer): string | undefined {
  const { command = [], args = [] } = container.container;
  const words: string[] = [...command, ...args].map(String);
  const { facts } = container;
  // The configuration decides for some of them.
  if (words.length === 0 || container.mounts.some(({ path }) => /^\/(etc|usr\/local\/(etc|apache2))(\/|$)/.test(path)))
    return undefined;
  const script = scriptOf(words);
  if (script !== undefined) {
    const last = commandsOf(script).at(-1) ?? '';
    // In quotes is what keeps nginx in the foreground.
    return startsInBackground(last) && !/daemon\s+off/.test(script) ? last : undefined;
  }
  const isOption = words[0]!.startsWith('-');
  const own = isOption && command.length === 0 ? [...(facts?.command?.slice(0, 1) ?? []), ...words] : words;
  return startsInBackground(own.join(' ')) ? own.join(' ') : undefined;
}
