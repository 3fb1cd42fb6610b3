import { requireArguments } from '../../values';
import type { Consequence, Effect, FieldChange, ManifestDiff, ObjectDiff, Position } from '../types';
import { bySeverity, summaryOf, titleOf, valueText, wordsOf } from './summary';

/** How to print for people. */
export interface DiffTextOptions {
  /** Color by escape sequences, for a terminal. @default false */
  readonly color?: boolean;
}

const CODES: Readonly<Record<Effect | 'minus' | 'plus' | 'dim', number>> = {
  refused: 31,
  'deletes-data': 31,
  renamed: 35,
  downtime: 33,
  breaks: 33,
  'restarts-pods': 33,
  removed: 35,
  new: 32,
  changed: 36,
  'no-effect': 2,
  minus: 31,
  plus: 32,
  dim: 2,
};

/**
 * The difference for people, the most severe objects first, and a summary line.
 *
 * ```text
 * restarts pods  Deployment shop/web  (dist/shop.k8s.yaml:4)
 *   pods are replaced: spec.template.spec.containers[0].image changed
 *   - spec.template.spec.containers[0].image: "web:1"
 *   + spec.template.spec.containers[0].image: "web:2"  (dist/shop.k8s.yaml:21)
 * ```
 */
export function formatDiffText(diff: ManifestDiff, options: DiffTextOptions = {}): string {
  requireArguments('formatDiffText', { diff: [diff, 'the result of diffManifests'], options: [options, 'an object'] });
  const { color = false } = options;
  const paint = (code: keyof typeof CODES, text: string) => (color ? `\u001b[${CODES[code]}m${text}\u001b[0m` : text);
  const blocks = bySeverity(diff).map((object) => objectText(object, paint));
  const issues = diff.issues.map(
    ({ side, message, position }) => `not compared (${side}): ${message}${positionText(position)}\n`,
  );
  return [...issues, ...blocks, `${summaryOf(diff)}\n`].join('\n');
}

type Paint = (code: keyof typeof CODES, text: string) => string;

function objectText(object: ObjectDiff, paint: Paint): string {
  const { effect, consequences, fields, positions } = object;
  const head = `${paint(effect, wordsOf(effect))}  ${titleOf(object)}${positionText(positions.after ?? positions.before)}`;
  const lines = [
    head,
    ...consequences.flatMap((each) => consequenceLines(each, paint)),
    ...fields.flatMap((field) => fieldLines(field, paint)),
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

function consequenceLines({ effect, rule, path, message, hint }: Consequence, paint: Paint): string[] {
  const head = rule === undefined ? '' : `[${rule}] `;
  const field = rule === undefined || path === '' ? '' : `${path}: `;
  return [
    `  ${paint(effect, `${wordsOf(effect)}:`)} ${head}${field}${message}`,
    ...(hint === undefined ? [] : [`    ${paint('dim', 'hint:')} ${hint}`]),
  ];
}

function fieldLines({ path, before, after, isSecret, positions }: FieldChange, paint: Paint): string[] {
  if (isSecret === true) return [`  ${paint('changed', '~')} ${path}: changed${positionText(positions.after)}`];
  const lines: string[] = [];
  if (before !== undefined)
    lines.push(`  ${paint('minus', `- ${path}: ${valueText(before)}`)}${positionText(positions.before)}`);
  if (after !== undefined)
    lines.push(`  ${paint('plus', `+ ${path}: ${valueText(after)}`)}${positionText(positions.after)}`);
  return lines;
}

function positionText(position: Position | undefined): string {
  const place = [position?.file, position?.line].filter((part) => part !== undefined).join(':');
  const parts = [position?.constructPath, place].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? '' : `  (${parts.join(', ')})`;
}

/** Values of manifests must not move the cursor of a terminal. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced, but for the color sequences
  return text.replace(/[\u0000-\u0008\u000a-\u001a\u001c-\u001f\u007f]/g, '\ufffd');
}
