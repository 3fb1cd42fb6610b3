/** The words of a name: `allow`, `Volume` and `Expansion` of `allowVolumeExpansion`. */
export function wordsOf(name: string): readonly string[] {
  return name.split(/(?<=[a-z0-9])(?=[A-Z])|[-_ ]/);
}

/** What is written short in the names of other tools, by its words in lowercase. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  addr: 'address',
  annos: 'annotations',
  annots: 'annotations',
  cert: 'certificate',
  cfg: 'config',
  cm: 'configMap',
  conf: 'config',
  creds: 'credentials',
  db: 'database',
  desc: 'description',
  dest: 'destination',
  dir: 'directory',
  ext: 'external',
  fs: 'filesystem',
  grp: 'group',
  img: 'image',
  k8s: 'kubernetes',
  kube: 'kubernetes',
  lb: 'loadBalancer',
  lbl: 'label',
  lbls: 'labels',
  lim: 'limit',
  mem: 'memory',
  netpol: 'networkPolicy',
  np: 'networkPolicy',
  ns: 'namespace',
  opts: 'options',
  params: 'parameters',
  passwd: 'password',
  perms: 'permissions',
  pol: 'policy',
  prio: 'priority',
  proto: 'protocol',
  pwd: 'password',
  reg: 'registry',
  repl: 'replicas',
  repo: 'repository',
  req: 'request',
  reqs: 'requests',
  res: 'resources',
  sa: 'serviceAccount',
  sc: 'storageClass',
  sched: 'schedule',
  sec: 'seconds',
  secs: 'seconds',
  sel: 'selector',
  src: 'source',
  svc: 'service',
  tmpl: 'template',
  tols: 'tolerations',
  unavail: 'unavailable',
  usr: 'user',
  val: 'value',
  ver: 'version',
  vol: 'volume',
  vols: 'volumes',
};

/** Words that people put before a name without meaning more by it: `isPrivileged`, `useTls`, `desiredPods`. */
const BEGINNINGS =
  /^(?:additional|app|container|current|custom|default|desired|enable|enabled|extra|has|initial|is|my|pod|requested|set|should|start|the|total|use|with|workload)$/i;
/** And after one: `scalingOptions`, `tlsEnabled`. */
const ENDINGS =
  /^(?:config|configs|configuration|enabled|list|name|names|options|params|props|properties|ref|refs|reference|settings|setup|spec|specs|value|values)$/i;

/**
 * Other ways to write the same word, the nearest to it first: without abbreviations, in the other order, and without words that add
 * nothing.
 */
export function otherForms(word: string): readonly string[] {
  const parts = wordsOf(word);
  const long = parts.map((part) =>
    Object.hasOwn(ABBREVIATIONS, part.toLowerCase()) ? ABBREVIATIONS[part.toLowerCase()]! : part,
  );
  const swapped = long.length === 2 ? long.toReversed() : long;
  const shorter = [withoutEnding(long), withoutBeginning(long), withoutBeginning(withoutEnding(long))];
  const forms = [long, swapped, ...shorter].map(joined);
  return [...new Set(forms)].filter((form) => form !== joined(parts));
}

function withoutBeginning(parts: readonly string[]): readonly string[] {
  return parts.length > 1 && BEGINNINGS.test(parts[0]!) ? parts.slice(1) : parts;
}

function withoutEnding(parts: readonly string[]): readonly string[] {
  return parts.length > 1 && ENDINGS.test(parts.at(-1)!) ? parts.slice(0, -1) : parts;
}

function joined(parts: readonly string[]): string {
  const [first = '', ...rest] = parts;
  const capital = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);
  return first.charAt(0).toLowerCase() + first.slice(1) + rest.map(capital).join('');
}

const NEGATIONS = /^(?:disable|disabled|no|not|non|skip|without|never|omit|off)$/i;

/** `serviceLinks` of `disableServiceLinks` and of `serviceLinksDisabled`. */
export function negated(word: string): string | undefined {
  const parts = wordsOf(word);
  if (parts.length < 2) return undefined;
  if (NEGATIONS.test(parts[0]!)) return joined(parts.slice(1));
  return NEGATIONS.test(parts.at(-1)!) ? joined(parts.slice(0, -1)) : undefined;
}

/** Ends of words with one stem: `expand` of `expandable`, `expans` of `expansion`. */
const SUFFIXES = /(?:able|ible|ance|ence|ations?|ates?|ions?|ings?|ed|ers?|ors?|ments?|ity|al|ly|s)$/;
const SHORTEST_STEM = 4;
/** The part of the longer stem that both begin with: `expan` of `expand` and `expans`. */
const COMMON_PART = 0.75;

/** Whether two words, in lowercase, are forms of one: `expandable` and `expansion`. */
export function isSameStem(word: string, other: string): boolean {
  const [one, two] = [stemOf(word), stemOf(other)];
  let common = 0;
  while (common < one.length && one[common] === two[common]) common++;
  return common >= SHORTEST_STEM && common >= COMMON_PART * Math.max(one.length, two.length);
}

function stemOf(word: string): string {
  const stem = word.replace(SUFFIXES, '');
  return stem.length < SHORTEST_STEM ? word : stem;
}
