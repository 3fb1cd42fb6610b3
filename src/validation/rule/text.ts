import type { KubernetesVersion } from '../../facts';
import type { Message, Reason, RuleText } from '../../findings';

/** New values by field path, such as `spec.rules[0].host`; undefined removes the field. */
export type Edits = Readonly<Record<string, unknown>>;

interface Extras {
  /** What the accepted example needs beside the base, which the refused one gets as well. */
  readonly with?: Edits;
  /** What only the accepted example has. */
  readonly accepts?: Edits;
  readonly since?: KubernetesVersion;
  readonly until?: KubernetesVersion;
  /** Function of the sources, where it is not that of the base. */
  readonly source?: string;
  /** Other rules that the refused example breaks too. */
  readonly alongside?: readonly string[];
}

/**
 * Writes one rule: the server's message (or the values that the field takes, which are the message), the reason for it, and what
 * to change in the base to have it refused.
 */
export type TextOf = (message: Message | readonly string[], why: string, refused: Edits, extras?: Extras) => RuleText;

/** Writers of rule texts, one for each reason, whose examples are edits of the same accepted object. */
export function textsFor(source: string, base: object) {
  const writer =
    (reason: Reason, severity?: 'warning'): TextOf =>
    (message, why, refused, extras = {}) => {
      const accepted = () => edited(base, extras.with ?? {});
      return {
        reason,
        severity,
        ...(isList(message) ? { supported: message } : { message }),
        why,
        source: extras.source ?? source,
        since: extras.since,
        until: extras.until,
        alongside: extras.alongside,
        // Made when they are asked for: a check needs the message alone.
        get refused() {
          return edited(accepted(), refused);
        },
        get accepted() {
          return edited(accepted(), extras.accepts ?? {});
        },
      };
    };
  return {
    required: writer('FieldValueRequired'),
    invalid: writer('FieldValueInvalid'),
    notSupported: writer('FieldValueNotSupported'),
    duplicate: writer('FieldValueDuplicate'),
    forbidden: writer('FieldValueForbidden'),
    tooLong: writer('FieldValueTooLong'),
    tooMany: writer('FieldValueTooMany'),
    notFound: writer('FieldValueNotFound'),
    typeInvalid: writer('FieldValueTypeInvalid'),
    badRequest: writer('BadRequest'),
    warning: writer('Warning', 'warning'),
  };
}

function isList(message: Message | readonly string[]): message is readonly string[] {
  return Array.isArray(message);
}

/** A deep copy with the edits made. */
export function edited<T extends object>(base: T, edits: Edits): T {
  const copy = structuredClone(base);
  for (const [path, value] of Object.entries(edits)) set(copy, path.match(/[^.[\]]+/g) ?? [], value);
  return copy;
}

function set(target: any, steps: readonly string[], value: unknown): void {
  const [step, ...rest] = steps;
  if (rest.length > 0) {
    target[step] ??= /^[0-9]+$/.test(rest[0]) ? [] : {};
    set(target[step], rest, value);
  } else if (value === undefined) delete target[step];
  else target[step] = value;
}
