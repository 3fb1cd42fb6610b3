import { isSameStem } from './word-forms';

/** Words that mean the same in the name of some prop; a word may be in several groups. The names that exist decide which one is meant. */
const GROUPS = [
  'output destination dest sink target forward',
  'into destination dest target to',
  'except exclude exclusion skip omit ignore without',
  'upstream target destination remote address endpoint backend proxy',
  'host hostname server address endpoint domain fqdn dns target remote',
  'server registry host url address endpoint',
  'address ip range cidr subnet pool',
  'ports port listen',
  'size capacity disk volume quota limit',
  'keep retain retention history copies backups generations',
  'interval frequency every period seconds',
  'refresh poll sync',
  'duration seconds time timeout',
  'start startup boot begin',
  'reads source input logs',
  'writes logs log',
  'files glob pattern filename',
  'from source src content origin sender',
  'client consumer caller allowed',
  'watch directory path file',
  'admin administrator owner secret',
  'title sitename blogname',
  'locale language lang',
  'encryption tls ssl starttls secure',
  'secret credentials password auth',
  'credentials auth password account login',
  'user username owner login account',
  'database schema db',
  'warning strict',
  'outdir output directory dir target',
  'operator op comparison',
  'action effect then do',
  'codes code status',
  'weight preference priority',
  'effect action',
  'label tag',
  'labels selector match select filter',
  'select selector match labels filter',
  'pods selector workload target',
  'min minimum lowest least',
  'max maximum highest most limit',
  'percent percentage utilization target average',
  'behavior policy',
  'stabilization window cooldown delay',
  'quota budget',
  'network isolation firewall',
  'access permission member rbac role team admin owner',
  'advertise advertisement announce announcement',
  'interfaces nic',
  'provisioner driver csi',
  'certificate cert crt chain pem',
  'schedule cron crontab expression when',
  'constants define',
  'config configuration setting option conf',
  'configuration config setting option conf cnf',
  'medium memory tmpfs backing',
  'nodes worker machine',
  'mirror proxy cache registry url',
  'variant flavor edition',
  'to subject grantee member',
  'rules permission policy',
  'value priority',
  'everywhere cluster global wide',
  'crds definition crd customresourcedefinitions',
  'acknowledgements suppression suppress waiver exception ignore',
  'cluster snapshot',
  'certificate ca',
  'file path',
  'name key',
  'entry path key',
  'store backend vault',
  'scripts sql',
  'charset character encoding',
  'zones region az',
  'nodes host',
  'default standard',
  'rewrite replace',
  'paths match',
  'gateway parent',
  'section listener',
  'optional required',
  'command run exec',
  'parallelism concurrency workers parallel',
  'completions runs',
  'backoff retries retry',
  'deadline timeout',
  'ready available',
  'image tag',
  'termination shutdown stop',
  'grace period timeout',
  'ingress inbound incoming inward',
  'egress outbound outgoing outward',
  'clients allowed from consumer',
  'table database db',
].map((group) => group.split(' '));

const PER_WORD = new Map<string, Set<string>>();
for (const group of GROUPS) {
  for (const word of group) {
    const known = PER_WORD.get(word) ?? new Set();
    for (const other of group) known.add(other);
    PER_WORD.set(word, known);
  }
}

/** Whether two words, in lowercase, mean the same in the name of a prop; singular and plural do. */
export function areSynonyms(word: string, other: string): boolean {
  if (singular(word) === singular(other) || isSameStem(word, other)) return true;
  return [word, singular(word)].some((one) => {
    const known = PER_WORD.get(one);
    return known !== undefined && (known.has(other) || known.has(singular(other)));
  });
}

function singular(word: string): string {
  return word.replace(/(?<=s|x|ch)es$|(?<=[^s])s$/, '');
}
