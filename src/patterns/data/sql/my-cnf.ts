import { checkWhole } from '../../../pod';
import type { Problem } from '../../../props';
import { DATA_FOLDER, SOCKET } from './engine';

/** Options by section: `{ mysqld: { max_connections: 200 } }`. `true` is an option without a value. */
export type ServerConfiguration = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

/** Options that props of the database set, or that its volumes depend on. */
const TAKEN: Readonly<Record<string, string>> = {
  port: 'the prop port',
  datadir: `the place of the volume, ${DATA_FOLDER}`,
  socket: `the place of the socket, ${SOCKET}`,
  user: 'the pod',
  'ssl-ca': 'the prop tls',
  'ssl-cert': 'the prop tls',
  'ssl-key': 'the prop tls',
  'require-secure-transport': 'the prop tls',
  'character-set-server': 'the prop characterSet',
  'collation-server': 'the prop collation',
};

/** What props say that stands in my.cnf too. */
export interface ServerOptions {
  readonly port: number;
  readonly characterSet: string;
  readonly collation?: string;
  /** Folder with the certificate, and whether clients have to use it. */
  readonly tls?: { readonly folder: string; readonly required: boolean };
  /** Options of the section mysqld that `configuration` may change. @default none */
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
  readonly configuration?: ServerConfiguration;
}

/** Port that clients use when their option file has none. */
const DEFAULT_PORT = 3306;

const dashed = (option: string) => option.replaceAll('_', '-').toLowerCase();

/** Tells what is wrong with the options. */
export function checkConfiguration(options: ServerOptions, problem: Problem): void {
  const { port, characterSet, collation, configuration = {} } = options;
  checkWhole(problem, 'port', port, { min: 1, max: 65535 });
  for (const [prop, value] of Object.entries({ characterSet, collation })) {
    if (value !== undefined && !/^[a-z0-9_]+$/.test(value)) {
      problem(prop, `must be lower-case letters, digits and "_", such as "utf8mb4", got ${JSON.stringify(value)}`);
    }
  }
  for (const [section, values] of Object.entries(configuration)) {
    if (!/^[a-z][\w.-]*$/.test(section)) problem('configuration', `${JSON.stringify(section)} is no section of my.cnf`);
    for (const [option, value] of Object.entries(values)) {
      const prop = `configuration.${section}.${option}`;
      const owner = section === 'client' ? undefined : TAKEN[dashed(option)];
      if (!/^[A-Za-z][\w-]*$/.test(option)) problem(prop, `${JSON.stringify(option)} is no option of my.cnf`);
      if (owner !== undefined) problem(prop, `must not be set, as it follows from ${owner}`);
      if (/password/i.test(option)) problem(prop, 'must not be set: a ConfigMap is no place for passwords');
      if (typeof value === 'string' && /[\r\n]/.test(value)) problem(prop, 'must be a single line');
    }
  }
}

/**
 * The server's option file. Later sections win over earlier ones of the same name.
 *
 * @see https://dev.mysql.com/doc/refman/8.4/en/option-files.html
 */
export function myCnf(options: ServerOptions): string {
  const { port, characterSet, collation, tls, defaults, configuration = {} } = options;
  const own = {
    port,
    'character-set-server': characterSet,
    ...(collation !== undefined && { 'collation-server': collation }),
    ...(tls !== undefined && {
      'ssl-ca': `${tls.folder}/ca.crt`,
      'ssl-cert': `${tls.folder}/tls.crt`,
      'ssl-key': `${tls.folder}/tls.key`,
    }),
    ...(tls?.required && { 'require-secure-transport': 'ON' }),
    ...defaults,
  };
  const sections: ServerConfiguration = {
    ...configuration,
    // The image's own health check is a client that knows the port from here alone.
    ...(port !== DEFAULT_PORT && { client: { port, ...configuration.client } }),
    mysqld: { ...own, ...configuration.mysqld },
  };
  return Object.keys(sections)
    .sort()
    .map((section) => `[${section}]\n${linesOf(sections[section]!)}`)
    .join('\n');
}

function linesOf(options: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(options)
    .filter(([, value]) => value !== false)
    .map(([option, value]) => (value === true ? `${option}\n` : `${option} = ${quoted(String(value))}\n`))
    .join('');
}

/** Quotes keep spaces at the ends and `#` from being read as something else. */
function quoted(value: string): string {
  return /[#;"\s\\]/.test(value) && !/^".*"$/.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : value;
}
