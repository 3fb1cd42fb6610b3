import { posix } from 'node:path';
import type { ReportIssue } from '../props';
import { didYouMean } from '../values';
import { type ImageFactsProps, portOf, userIdOf, writtenPathOf } from './image-facts';
import { parseImage } from './reference';

/** What the value of a fact must be. */
const KINDS: Readonly<
  Record<
    keyof ImageFactsProps,
    'user' | 'id' | 'ports' | 'numbers' | 'texts' | 'paths' | 'text' | 'runs' | 'writes' | 'flag' | 'lists'
  >
> = {
  user: 'user',
  uid: 'id',
  gid: 'id',
  ports: 'ports',
  exposes: 'numbers',
  paths: 'paths',
  portsSetBy: 'texts',
  pathPrefixOptions: 'texts',
  entrypoint: 'texts',
  command: 'texts',
  runs: 'runs',
  writes: 'writes',
  writesSetBy: 'texts',
  volumes: 'paths',
  data: 'text',
  dataArguments: 'flag',
  formerData: 'text',
  emptyData: 'flag',
  contentFiles: 'lists',
  contentReplacedBy: 'lists',
  content: 'paths',
  contentSetBy: 'texts',
  requiresOneOf: 'texts',
  readsFiles: 'texts',
  refusedValues: 'lists',
  refusedVariables: 'texts',
  requiresTogether: 'texts',
  refusedOptions: 'texts',
  twoDashes: 'flag',
  requiresSetting: 'texts',
  knownUsersOnly: 'flag',
  requiresFile: 'text',
  fileOptions: 'texts',
  leastMemory: 'text',
  memoryOptions: 'texts',
  memoryUnit: 'text',
  versionPrefix: 'text',
  capabilities: 'texts',
  fileCapabilities: 'texts',
  lacks: 'texts',
  stopSignal: 'text',
  source: 'text',
  read: 'text',
};
const NAMES = Object.keys(KINDS);

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isPort = (value: unknown) => isNumber(value) && (value as number) >= 1 && (value as number) <= 65535;
const isPath = (value: unknown) => isText(value) && posix.isAbsolute(value);
const listOf = (check: (item: any) => boolean) => (value: unknown) => Array.isArray(value) && value.every(check);
const PROTOCOLS = ['http', 'https', 'grpc', 'tcp', 'udp', undefined];
const WRITERS = ['root', 'uid', 'anyone', undefined];

const CHECKS: Readonly<Record<(typeof KINDS)[keyof ImageFactsProps], readonly [(value: unknown) => boolean, string]>> =
  {
    user: [(value) => isText(value) || isNumber(value), 'a user ID or the name of a user'],
    id: [isNumber, 'a whole number'],
    ports: [
      listOf((item) => isPort(item) || (isPort(item?.port) && PROTOCOLS.includes(item.protocol))),
      'a list of ports: 8080, or { port: 8080, name: "http", protocol: "http" }',
    ],
    numbers: [listOf(isPort), 'a list of ports'],
    texts: [listOf(isText), 'a list of strings'],
    paths: [listOf(isPath), 'a list of absolute paths'],
    text: [isText, 'a string'],
    flag: [(value) => typeof value === 'boolean', 'true or false'],
    lists: [
      (value) => typeof value === 'object' && value !== null && Object.values(value).every(listOf(isText)),
      'an object of lists of strings',
    ],
    runs: [(value) => value === 'forever' || value === 'ends', '"forever" or "ends"'],
    writes: [
      listOf((item) => isPath(item) || (isPath(item?.path) && WRITERS.includes(item.by))),
      'a list of absolute paths: "/data", or { path: "/data", by: "uid" }',
    ],
  };

/** Reports facts that are not known, have a wrong value, or contradict each other. */
export function checkFacts(reference: unknown, facts: unknown, reportIssue: ReportIssue): void {
  if (!isText(reference) || parseImage(reference) === undefined) {
    reportIssue(
      'reference',
      `must be a repository, with a tag or without, for example "ghcr.io/acme/shop", got ${JSON.stringify(reference)}`,
    );
  }
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
    reportIssue('facts', `must be an object such as { user: 1000, ports: [8080] }, got ${JSON.stringify(facts)}`);
    return;
  }
  const found = issuesOf(facts as Record<string, unknown>);
  for (const [name, message, hint] of found) reportIssue(name, message, hint);
  if (found.length === 0) checkContradictions(facts, reportIssue);
}

function issuesOf(facts: Record<string, unknown>): [string, string, string?][] {
  return Object.entries(facts).flatMap(([name, value]): [string, string, string?][] => {
    if (!Object.hasOwn(KINDS, name)) {
      return [[name, 'unknown fact', didYouMean(name, NAMES) ?? `facts are ${NAMES.join(', ')}`]];
    }
    const [check, expected] = CHECKS[KINDS[name as keyof ImageFactsProps]];
    return value === undefined || check(value) ? [] : [[name, `must be ${expected}, got ${JSON.stringify(value)}`]];
  });
}

function checkContradictions(facts: ImageFactsProps, reportIssue: ReportIssue): void {
  const { user, uid, ports = [], exposes, runs, writes = [] } = facts;
  const userId = user === undefined ? undefined : userIdOf(user);
  if (uid === 0) reportIssue('uid', 'must not be 0 (root)', 'leave it out for an image that only runs as root');
  if (userId !== undefined && userId !== 0 && uid !== undefined && uid !== userId) {
    reportIssue('uid', `contradicts user: the image runs as ${userId}, got ${uid}`);
  }
  if (runs === 'ends' && ports.length > 0) reportIssue('ports', 'contradicts runs: a program that ends serves no port');
  if (exposes !== undefined && ports.length > 0) reportIssue('exposes', 'must not be set together with ports');
  const numbers = ports.map((port) => portOf(port).port);
  const twice = numbers.find((port, index) => numbers.indexOf(port) !== index);
  if (twice !== undefined) reportIssue('ports', `has port ${twice} twice`);
  const paths = writes.map((path) => writtenPathOf(path).path);
  const again = paths.find((path, index) => paths.indexOf(path) !== index);
  if (again !== undefined) reportIssue('writes', `has ${again} twice`);
}
