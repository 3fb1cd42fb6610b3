import type { Cluster } from '../input/cluster';
import { hasSameWords, hasWordsOf, nearestFirst } from './near-names';
import { slipOf } from './reference-rule';

/** What the controller of an object of the input creates with names like one that does not exist. */
export interface MadeAlike {
  /** `; Cluster "db" makes "db-app"`. */
  readonly text: string;
  /** All of them, or the one that is meant. */
  readonly names: readonly string[];
  readonly meant: string | undefined;
}

/** More names than a message has. */
const MOST = 4;
/** More names than are compared letter by letter. */
const ALL = 300;

export function madeAlike(
  kind: string,
  namespace: string | null,
  name: string,
  cluster: Cluster,
): MadeAlike | undefined {
  // Claims have numbers, which nothing is like.
  const made = kind === 'PersistentVolumeClaim' ? [] : cluster.produced.all(kind, namespace);
  if (made.length === 0 || made.length > ALL) return undefined;
  const all = made.flatMap((one) =>
    typeof one.name === 'string' && one.maker !== undefined ? [{ name: one.name, maker: one.maker }] : [],
  );
  const names = nearestFirst(name, [...new Set(all.map((one) => one.name))]);
  const slip = slipOf(name, names);
  const like = names.filter((one) => hasSameWords(name, one) || hasWordsOf(name, one) || hasSameEnds(name, one));
  const meant = slip ?? (like.length === 1 ? like[0] : undefined);
  const isOf = (maker: string) => name.startsWith(`${JSON.parse(maker.slice(maker.indexOf('"')))}-`);
  const nearest = meant ?? like[0];
  const maker = all.find((one) => (nearest === undefined ? isOf(one.maker) : one.name === nearest))?.maker;
  if (maker === undefined) return undefined;
  const family = names.filter((one) => all.some((other) => other.name === one && other.maker === maker));
  const listed = family.length > MOST && meant !== undefined ? [meant] : family.slice(0, MOST);
  return { text: `; ${maker} makes ${listed.map((one) => JSON.stringify(one)).join(', ')}`, names: listed, meant };
}

/** Whether names begin and end with the same words: `booking-db-app` and `booking-pg-app`. */
function hasSameEnds(name: string, other: string): boolean {
  const [words = [], others = []] = [name, other].map((one) => one.split(/[-.]/));
  return (
    words.length >= 3 && words.length === others.length && words[0] === others[0] && words.at(-1) === others.at(-1)
  );
}
