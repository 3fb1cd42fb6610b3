import { checkManifests } from '../../../src/check';
import type { KubernetesVersion } from '../../../src/facts';
import type { ServerAnswer } from './apply-stack';
import type { Stack } from './stacks';

/** An object about which the server and the check differ. */
export interface Difference {
  readonly kind: 'false refusal' | 'false acceptance' | 'message';
  readonly namespace: string;
  readonly object: unknown;
  readonly server: string;
  readonly ours: string;
}

/** How the check compares with the answers of a server. */
export interface Compared {
  readonly objects: number;
  readonly refused: number;
  readonly sameMessage: number;
  /** Objects to which the dry run before the stack gave the verdict of the apply. */
  readonly sameDryRun: number;
  readonly differences: readonly Difference[];
}

/** Errors about the object itself; what becomes of pods of controllers shows later. */
const OF_SERVER = /^(api|admission)$/;
const OF_CONTROLLERS = ['pods-never-created', 'pods-exceed-quota'];

export function compareStack(
  { namespace, objects }: Stack,
  answers: readonly ServerAnswer[],
  version: string,
): Compared {
  const found = checkManifests(objects, { kubernetesVersion: version as KubernetesVersion, cluster: 'empty' });
  const differences: Difference[] = [];
  let [refused, sameMessage] = [0, 0];
  for (const [index, object] of objects.entries()) {
    const errors = found.filter(
      ({ document, severity, category, rule }) =>
        document === index && severity === 'error' && OF_SERVER.test(category) && !OF_CONTROLLERS.includes(rule),
    );
    const { accepted, message } = answers[index]!;
    const ours = errors.map((error) => `[${error.rule}] ${error.message}`).join(' | ');
    const difference = (kind: Difference['kind'], server: string) =>
      differences.push({ kind, namespace, object, server, ours });
    if (accepted && errors.length > 0) difference('false refusal', 'accepted');
    if (!accepted && errors.length === 0) difference('false acceptance', message);
    if (accepted || errors.length === 0) continue;
    refused++;
    // Which of several LimitRanges answers is not defined; a 422 names all fields, whose messages are compared elsewhere.
    const others = found.filter(
      ({ document, severity, rule }) => document === index && severity === 'note' && rule === 'admission-limit-range',
    );
    if (
      [...errors, ...others].some((error) => words(error.message) === words(message) || message.includes(error.message))
    )
      sameMessage++;
    else difference('message', message);
  }
  const sameDryRun = answers.filter(({ accepted, dryRun }) => accepted === (dryRun === '')).length;
  return { objects: objects.length, refused, sameMessage, sameDryRun, differences };
}

/** What is forbidden, without the object that is; lists of one message have no order on the server. */
function words(message: string): string {
  const what = message.replace(/^(Forbidden|\S+ "[^"]*" is forbidden): /, '');
  return what.replaceAll(/[[\]]/g, '').split(', ').sort().join(', ');
}
