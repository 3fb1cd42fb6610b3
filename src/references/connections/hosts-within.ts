import { COMMENT } from './client-calls';
import { ADDRESS, portOfScheme } from './written-addresses';

/** A host that a larger text names. */
export interface HostWithin {
  readonly host: string;
  readonly port?: number;
  /** It stands alone, as a word does that may be no host. */
  readonly isWord: boolean;
}

/** `db.data.svc`, of a pod too; not with parts that variables give, in paths, or as the name in a certificate. */
const FULL =
  /(?<![\w.*$%){}-]|(?<!:\/)\/|DNS:|CN=|DNS\.\d=)([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+){1,2}\.svc(?:\.cluster\.local)?)\.?(?::(\d{1,5}))?(?![\w-]|\.\w)/g;
/** `host=db port=5432` of libpq, `Server=db;Port=3306` and `Server=tcp:db,1433` of ADO.NET. */
const SETTINGS = /(?:^|[\s;])(?:host|server|data source)=(?:tcp:)?([a-z0-9.-]+)(?:[,:](\d{1,5}))?(?=$|[\s;])/i;
const PORT = /(?:^|[\s;])port=(\d{1,5})(?=$|[\s;])/i;
/** `shop:secret@tcp(db:3306)/shop` of the driver of Go for MySQL. */
const TCP = /@tcp\(([a-z0-9.-]+)(?::(\d{1,5}))?\)/g;
/** `-Ddb.url=…`, `--db-url=…`. */
const OPTION = /^--?([\w.-]+)=(.+)$/;
/** Options that are about something else than what is connected to. */
const OTHER_OPTION = /image|tag|version|override|no-?proxy|nonproxy|dns-?names?$/i;
/** The number of a voter of Kafka, and the name of a listener. */
const PREFIX = /^(?:\d+@|[A-Z][A-Z0-9_]*:\/\/)/;
/** `kafka-0.kafka,kafka-1.kafka`; one alone may be a file. */
const NAMES = /^[a-z][a-z0-9-]*\.[a-z0-9-]+(?:[,\s]+[a-z][a-z0-9-]*\.[a-z0-9-]+)+$/;
/** A list with domains is about what no proxy is for, or who may call. */
const DOMAINS = /(?:^|[,|])(?:\*?\.[a-z]|localhost(?:[,|]|$))/;

/** The hosts in options, settings and lists: `-Ddb.url=jdbc:mysql://db:3306/x`, `host=db port=5432`, `0@kafka-0.kafka:9093,1@…`. */
export function hostsWithin(value: string): HostWithin[] {
  if (!/\.|:\/\/|[=(:]/.test(value)) return [];
  const text = (value.includes('\n') ? value.replaceAll(COMMENT, '') : value).replaceAll(/["'`]/g, ' ');
  if (NAMES.test(text.trim())) return namesIn(text.trim());
  const words = text.split(/\s+/).filter((word) => word !== '' && !DOMAINS.test(word));
  const [, host, beside] = SETTINGS.exec(text) ?? [];
  const settings = host === undefined ? [] : [found(host, beside ?? PORT.exec(text)?.[1])];
  return [...settings, ...words.flatMap(hostsInWord)];
}

/** The value of an argument `--db-url=…`, or the argument; empty for an option that is about something else. */
export function argumentValue(argument: string): string {
  const option = /^-([^=\s]*)=/.exec(argument)?.[1];
  return option !== undefined && OTHER_OPTION.test(option) ? '' : argument.replace(/^-[^=]*=/, '');
}

function hostsInWord(word: string): HostWithin[] {
  const [, option, value = word] = OPTION.exec(word) ?? [];
  if (option !== undefined && OTHER_OPTION.test(option)) return [];
  if (NAMES.test(value)) return namesIn(value);
  const full = [...value.matchAll(FULL), ...value.matchAll(TCP)].map(([, host = '', port]) => found(host, port));
  const parts = value.split(/[,;|]/).flatMap((part): HostWithin[] => {
    const rest = part.replace(PREFIX, '');
    const [, ofUrl, portOfUrl, ofPair, portOfPair] = ADDRESS.exec(rest) ?? [];
    const isAddress = ofUrl !== undefined || option !== undefined || rest !== part;
    const host = ofUrl ?? ofPair;
    const port = portOfUrl ?? portOfPair ?? portOfScheme(rest);
    return isAddress && host !== undefined && port !== undefined ? [found(host, port)] : [];
  });
  const known = new Set(parts.map(({ host }) => host));
  return [...parts, ...full.filter((one) => !known.has(one.host))];
}

function namesIn(list: string): HostWithin[] {
  return list.split(/[,\s]+/).map((host) => found(host, undefined));
}

function found(host: string, port: string | number | undefined): HostWithin {
  return { host, ...(port !== undefined && { port: Number(port) }), isWord: port === undefined };
}
