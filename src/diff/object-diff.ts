import { isKind } from '../facts';
import type { InputObject } from '../findings';
import type { ChangedField } from './field-changes';
import { positionOf } from './inputs';
import { type Consequence, EFFECTS, type FieldChange, type ObjectDiff, type Pair } from './types';

/** What is said of one object, with the most severe of its effects. */
export function objectDiff(
  object: any,
  consequences: readonly Consequence[],
  fields: readonly ChangedField[],
  inputs: Partial<Pair> | { readonly before: InputObject | undefined; readonly after: InputObject },
): ObjectDiff {
  const effects = consequences.map(({ effect }) => effect);
  const positions = (path: string): FieldChange['positions'] => ({
    before: inputs.before && positionOf(inputs.before, path),
    after: inputs.after && positionOf(inputs.after, path),
  });
  const isSecret = isKind(object, 'Secret');
  return {
    apiVersion: String(object.apiVersion),
    kind: String(object.kind),
    namespace: object.metadata?.namespace,
    name: object.metadata?.name,
    effect: EFFECTS.find((effect) => effects.includes(effect))!,
    consequences,
    fields: fields.map(
      (field): FieldChange => ({
        ...(isSecret && /^(?:data|stringData)\b/.test(field.path) ? { path: field.path, isSecret: true } : field),
        positions: positions(field.path),
      }),
    ),
    positions: positions(''),
  };
}
