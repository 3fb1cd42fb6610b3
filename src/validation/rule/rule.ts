import type { Params, RuleText } from '../../findings';

/** One place in the object being checked: a value whose schema definition is known, and the way up from it. */
export interface Place<T = any> {
  /** The decoded and defaulted value; never null. */
  readonly value: T;
  /** Schema definition, such as `io.k8s.api.core.v1.Probe`. */
  readonly definition: string;
  /** Field path in the server's notation; empty for the object itself. */
  readonly path: string;
  /** Place of the nearest enclosing definition. */
  readonly parent?: Place;
  /** Path from the parent, such as `livenessProbe` or `containers[0]`. */
  readonly field: string;
  /** Place of the whole object. */
  readonly root: Place;
  /** Minor version being checked: 36 for 1.36. */
  readonly minor: number;
  /** Nearest enclosing place of that definition, if any. */
  ancestor(definition: string): Place | undefined;
  /** Leaves the value under `field` (such as `template.spec`) unchecked, as the server does when it returns early. */
  skip(field: string): void;
}

/**
 * Reports a violation of a rule. `field` is relative to the place (`ports[0].name`, or `''` for the place itself). The parameters
 * fill the message and become `params` of the finding. The refused value is what the field holds, after defaulting, unless the
 * parameter `value` names another one (`OMITTED` when the server shows none). Functions that a check calls take a plain
 * `Report`; the registry test checks their ids.
 */
export type Report<Id extends string = any> = (id: Id, field: string, params?: Params) => void;

/** The rules of one or several schema definitions, in one check that follows the server's own order of questions. */
export interface DefinitionRules {
  readonly definitions: readonly string[];
  readonly texts: Readonly<Record<string, RuleText>>;
  readonly check: (place: Place, report: Report) => void;
}

/**
 * Registers rules on a schema definition, so that they run wherever it occurs.
 *
 * A check reports ids from its own `texts` only. It sees the object after defaulting, with nulls removed, and must not
 * change it. Parents are checked before their children.
 */
export function rules<Id extends string>(
  definitions: string | readonly string[],
  texts: Readonly<Record<Id, RuleText>>,
  check: (place: Place, report: Report<Id>) => void,
): DefinitionRules {
  return {
    definitions: typeof definitions === 'string' ? [definitions] : definitions,
    texts,
    check: check as DefinitionRules['check'],
  };
}
