import type { RawFinding, RuleText } from '../../findings';
import { valueAfter } from '../../values';
import type { DecodedDefinition } from './decoded';
import type { Report } from './rule';
import { type Edits, edited, type TextOf, textsFor } from './text';

/** An object in the cluster, and what an update would make of it. Both are decoded, defaulted and prepared. */
export interface UpdateNode<T = any> {
  readonly before: T;
  readonly after: T;
  /** Minor version being checked: 36 for 1.36. */
  readonly minor: number;
  /** Schema definition of both. */
  readonly definition: string;
  /** Whether the server sees the same value in both objects at a path of keys, such as `spec.selector`. */
  same(field: string): boolean;
  /** Whether the server sees the same in two values of that field. */
  equal(field: string, left: unknown, right: unknown): boolean;
}

/** What the server says about an update, and what it would store. */
export interface CheckedUpdate {
  readonly findings: readonly RawFinding[];
  /** The object after the update; undefined when the new one cannot be decoded. */
  readonly stored: Readonly<Record<string, any>> | undefined;
}

/** A rule about a change. Its examples are applied over `before`. */
export interface UpdateText extends RuleText {
  readonly before: object;
}

/** The rules for updates of one or several kinds, in one check that follows the server's own order of questions. */
export interface UpdateRules {
  readonly definitions: readonly string[];
  readonly texts: Readonly<Record<string, UpdateText>>;
  readonly check: (node: UpdateNode, report: Report) => void;
}

/** Registers rules about updates of a kind. A check reports fields of the object as it would be after the update. */
export function updateRules<Id extends string, const Name extends string>(
  definitions: Name | readonly Name[],
  texts: Readonly<Record<Id, UpdateText>>,
  check: (node: UpdateNode<DecodedDefinition<Name>>, report: Report<Id>) => void,
): UpdateRules {
  return {
    definitions: typeof definitions === 'string' ? [definitions] : (definitions as readonly string[]),
    texts,
    check: check as UpdateRules['check'],
  };
}

/** Does what `PrepareForUpdate` does to the new object. */
export type UpdateChange = (after: any, before: any, minor: number) => void;

/** `PrepareForUpdate` by the name of the definition of the kind. */
export type UpdateChanges = Readonly<Record<string, UpdateChange>>;

/** Whether an update may leave or bring what the server would refuse in a new object. */
export type Tolerance = (refusal: RawFinding, change: UpdateNode) => boolean;

/** What the server does not check again in an update, by the name of the definition of the kind. */
export type Tolerances = Readonly<Record<string, Tolerance>>;

/** Fills values that are not in a manifest into an object in the cluster, by the name of the definition of the kind. */
export type GeneratedValues = Readonly<Record<string, (live: any, minor: number) => void>>;

type UpdateTextOf = (
  message: Parameters<TextOf>[0],
  why: string,
  hint: string,
  refused: Edits,
  extras?: Parameters<TextOf>[3] & { readonly before?: Edits },
) => UpdateText;

/** Writers of the texts of update rules, one for each reason. The refused example is edits of the object before. */
export function updateTextsFor(source: string, base: object) {
  const writer =
    (reason: 'invalid' | 'forbidden' | 'required'): UpdateTextOf =>
    (message, why, hint, refused, extras = {}) => {
      const before = edited(base, extras.before ?? {});
      const text = textsFor(source, before)[reason](message, why, refused, extras);
      return Object.assign(text, { hint, before });
    };
  return { invalid: writer('invalid'), forbidden: writer('forbidden'), required: writer('required') };
}

/** The message of `ValidateImmutableField`. */
export const IMMUTABLE = 'field is immutable';

/** Reports a field that changed, as `ValidateImmutableField` does. */
export function immutable<Id extends string>(
  { same, after }: UpdateNode,
  report: Report<Id>,
  id: Id,
  field: string,
  reportedAt: string = field,
): void {
  if (same(field)) return;
  const value = valueAfter(after, field.split('.'));
  // Where the server names another field, the value is still that of this one.
  report(id, reportedAt, reportedAt === field || value === undefined ? undefined : { value });
}
