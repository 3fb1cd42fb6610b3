import { requireArguments } from '../../values';
import { EFFECTS, type Effect, type ManifestDiff, type ObjectDiff } from '../types';

/** Effects for which a pipeline has to stop. */
const UNSAFE: readonly Effect[] = ['refused', 'deletes-data'];
const WORDS: Readonly<Record<Effect, string>> = {
  refused: 'refused',
  'deletes-data': 'deletes data',
  renamed: 'renamed',
  downtime: 'downtime',
  breaks: 'breaks',
  'restarts-pods': 'restarts pods',
  removed: 'removed',
  new: 'new',
  changed: 'changed',
  'no-effect': 'no effect',
};

/** Whether nothing is refused and no data is deleted. */
export function isSafe(diff: ManifestDiff): boolean {
  requireArguments('isSafe', { diff: [diff, 'the result of diffManifests'] });
  return !diff.objects.some(({ consequences }) => consequences.some(({ effect }) => UNSAFE.includes(effect)));
}

/** The words for an effect. */
export function wordsOf(effect: Effect): string {
  return WORDS[effect];
}

/** `2 refused, 1 restarts pods, 3 new, 40 unchanged` */
export function summaryOf({ objects, unchanged }: ManifestDiff): string {
  const counts = EFFECTS.map((effect) => ({
    effect,
    count: objects.filter((object) => object.effect === effect).length,
  }));
  const parts = counts.filter(({ count }) => count > 0).map(({ effect, count }) => `${count} ${WORDS[effect]}`);
  return [...parts, `${unchanged} unchanged`].join(', ');
}

/** `Deployment shop/web` */
export function titleOf({ kind, namespace, name }: ObjectDiff): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** Objects with the most severe effects first. */
export function bySeverity({ objects }: ManifestDiff): ObjectDiff[] {
  return [...objects].sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect));
}

/** The value of a field in one line. */
export function valueText(value: unknown, most = 120): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
