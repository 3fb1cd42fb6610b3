import { distance } from 'fastest-levenshtein';

/** Mistakes that people make although the words are not much alike. */
const CONFUSIONS: Readonly<Record<string, string>> = {
  apiserver: 'apiVersion',
  environment: 'env',
  envs: 'env',
  variables: 'env',
  mounts: 'volumeMounts',
  limit: 'limits',
  request: 'requests',
  entrypoint: 'command',
  cmd: 'command',
  arguments: 'args',
  healthcheck: 'livenessProbe',
  label: 'labels',
  matchlabel: 'matchLabels',
  pullpolicy: 'imagePullPolicy',
  pullsecrets: 'imagePullSecrets',
  serviceaccount: 'serviceAccountName',
  storageclass: 'storageClassName',
  ingressclass: 'ingressClassName',
  httpport: 'containerPort',
};

/** The known word that was most likely meant, or undefined when none is near. */
export function suggest(word: string, known: readonly string[]): string | undefined {
  const lower = word.toLowerCase();
  const sameLetters = known.find((candidate) => candidate.toLowerCase() === lower);
  if (sameLetters !== undefined) return sameLetters;
  const confused = Object.hasOwn(CONFUSIONS, lower) ? CONFUSIONS[lower] : undefined;
  if (confused !== undefined && known.includes(confused)) return confused;
  if (word.length > 100) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const apart = distance(lower, candidate.toLowerCase());
    if (apart < bestDistance) [best, bestDistance] = [candidate, apart];
  }
  return best;
}

/** `did you mean "x"?`, or undefined. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const meant = suggest(word, known);
  return meant === undefined || meant === word ? undefined : `did you mean ${JSON.stringify(meant)}?`;
}
