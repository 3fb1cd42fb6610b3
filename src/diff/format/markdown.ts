import { requireArguments } from '../../values';
import type { FieldChange, ManifestDiff, ObjectDiff } from '../types';
import { bySeverity, isSafe, summaryOf, titleOf, valueText, wordsOf } from './summary';

/** Most fields of one object that are listed. */
const MOST_FIELDS = 30;

/** The difference as Markdown for a pull request: a summary line, a table of consequences, and the fields of each object. */
export function formatDiffMarkdown(diff: ManifestDiff): string {
  requireArguments('formatDiffMarkdown', { diff: [diff, 'the result of diffManifests'] });
  const objects = bySeverity(diff);
  const rows = objects.flatMap((object) =>
    object.consequences.map(({ effect, message, path, rule, hint }) => {
      const what = [rule === undefined || path === '' ? '' : `\`${path}\`: `, cell(message)].join('');
      return `| ${wordsOf(effect)} | ${cell(titleOf(object))} | ${what}${hint === undefined ? '' : `<br>*${cell(hint)}*`} |`;
    }),
  );
  return [
    `**${isSafe(diff) ? 'Safe to apply' : 'Not safe to apply'}**: ${summaryOf(diff)}`,
    '',
    ...diff.issues.flatMap(({ side, message, position }) => [
      `Not compared (${side}): ${cell(message)} ${position?.file ?? ''}`.trim(),
      '',
    ]),
    ...(rows.length === 0 ? [] : ['| Effect | Object | What happens |', '|-|-|-|', ...rows, '']),
    ...objects.filter(({ fields }) => fields.length > 0).flatMap(details),
  ].join('\n');
}

function details(object: ObjectDiff): string[] {
  const { fields } = object;
  const more = fields.length - MOST_FIELDS;
  return [
    `<details><summary>${cell(titleOf(object))}: ${fields.length} field${fields.length === 1 ? '' : 's'}</summary>`,
    '',
    '```diff',
    ...fields.slice(0, MOST_FIELDS).flatMap(fieldLines),
    ...(more > 0 ? [`  and ${more} more`] : []),
    '```',
    '',
    '</details>',
    '',
  ];
}

function fieldLines({ path, before, after, isSecret }: FieldChange): string[] {
  if (isSecret === true) return [`! ${path}: changed`];
  return [
    ...(before === undefined ? [] : [`- ${path}: ${fenced(before)}`]),
    ...(after === undefined ? [] : [`+ ${path}: ${fenced(after)}`]),
  ];
}

/** A value cannot end the block it stands in. */
function fenced(value: unknown): string {
  return valueText(value).replaceAll('```', "'''");
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ');
}
