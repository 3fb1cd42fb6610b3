import { checkWhole } from '../../../pod';
import type { ReportIssue } from '../../../props';
import { ownField } from '../../../values';
import { DATA_FOLDER, SOCKET } from './engine';

/** Options by section: `{ mysqld: { max_connections: 200 } }`. `true` is an option without a value. */
export type ServerConfiguration = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

/** Options that are set by props of the database, or that its volumes depend on. */
const TAKEN: Readonly<Record<string, string>> = {
  port: 'the prop port',
  datadir: `the mount path of the volume, ${DATA_FOLDER}`,
  socket: `the path of the socket, ${SOCKET}`,
  user: 'the pod',
  'ssl-ca': 'the prop tls',
  'ssl-cert': 'the prop tls',
  'ssl-key': 'the prop tls',
  'require-secure-transport': 'the prop tls',
  'character-set-server': 'the prop characterSet',
  'collation-server': 'the prop collation',
};

/** The props that are written to my.cnf. */
export interface ServerOptions {
  readonly port: number;
  readonly characterSet: string;
  readonly collation?: string;
  /** Directory of the certificate, and whether clients must use TLS. */
  readonly tls?: { readonly folder: string; readonly required: boolean };
  /** Options of the section mysqld that `configuration` can override. @default none */
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
  readonly configuration?: ServerConfiguration;
}

/** Default port of clients. */
const DEFAULT_PORT = 3306;

const dashed = (option: string) => option.replaceAll('_', '-').toLowerCase();

/** Reports invalid options. */
export function checkConfiguration(options: ServerOptions, reportIssue: ReportIssue): void {
  const { port, characterSet, collation, configuration = {} } = options;
  checkWhole(reportIssue, 'port', port, { min: 1, max: 65535 });
  for (const [prop, value] of Object.entries({ characterSet, collation })) {
    if (value !== undefined && !/^[a-z0-9_]+$/.test(value)) {
      reportIssue(
        prop,
        `must consist of lowercase letters, digits and "_", for example "utf8mb4", got ${JSON.stringify(value)}`,
      );
    }
  }
  for (const [section, values] of Object.entries(configuration)) {
    if (!/^[a-z][\w.-]*$/.test(section))
      reportIssue('configuration', `${JSON.stringify(section)} is not a section of my.cnf`);
    for (const [option, value] of Object.entries(values)) {
      const prop = `configuration.${section}.${option}`;
      const owner = section === 'client' ? undefined : ownField(TAKEN, dashed(option));
      if (!/^[A-Za-z][\w-]*$/.test(option)) reportIssue(prop, `${JSON.stringify(option)} is not an option of my.cnf`);
      if (owner !== undefined) reportIssue(prop, `must not be set: it is determined by ${owner}`);
      if (/password/i.test(option)) reportIssue(prop, 'must not be set: a ConfigMap must not contain passwords');
      if (typeof value === 'string' && /[\r\n]/.test(value)) reportIssue(prop, 'must be a single line');
    }
  }
}

/**
 * The option file of the server. Later sections override earlier ones of the same name.
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
    // The health check of the image is a client that reads the port from here.
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

/** Quotes preserve leading and trailing spaces and `#`. */
function quoted(value: string): string {
  return /[#;"\s\\]/.test(value) && !/^".*"$/.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : value;
}
