import type { Params, RuleText } from '../../findings';
import type { DecodedDefinition } from './decoded';

/** A value in the object being checked whose schema definition is known, and the way up from it. */
export interface FieldNode<T = any> {
  /** The decoded and defaulted value; never null. */
  readonly value: T;
  /** Schema definition, such as `io.k8s.api.core.v1.Probe`. */
  readonly definition: string;
  /** Field path in the server's notation; empty for the object itself. */
  readonly path: string;
  /** The nearest enclosing node. */
  readonly parent?: FieldNode;
  /** Path from the parent, such as `livenessProbe` or `containers[0]`. */
  readonly field: string;
  /** The whole object. */
  readonly root: FieldNode;
  /** Minor version being checked: 36 for 1.36. */
  readonly minor: number;
  /** Nearest enclosing node of that definition, if any. */
  ancestor<Name extends string>(definition: Name): FieldNode<DecodedDefinition<Name>> | undefined;
  /** Leaves the value under `field` (such as `template.spec`) unchecked, as the server does when it returns early. */
  skip(field: string): void;
  /** Leaves out errors of the value under `field`, which the server does not validate; it does warn about it. */
  skipErrors(field: string): void;
}

/**
 * Reports a violation of a rule. `field` is relative to the node (`ports[0].name`, or `''` for the node itself). The parameters
 * fill the message and become `params` of the finding. The refused value is what the field holds, after defaulting, unless the
 * parameter `value` names another one (`OMITTED` when the server shows none). Functions that a check calls take a plain
 * `Report`; the registry test checks their ids.
 */
export type Report<Id extends string = any> = (id: Id, field: string, params?: Params) => void;

/** The rules of one or several schema definitions, in one check that follows the server's own order of questions. */
export interface DefinitionRules {
  readonly definitions: readonly string[];
  readonly texts: Readonly<Record<string, RuleText>>;
  readonly check: (node: FieldNode, report: Report) => void;
}

/**
 * Registers rules on a schema definition, so that they run wherever it occurs.
 *
 * A check reports ids from its own `texts` only. It sees the object after defaulting, with nulls removed, and must not
 * change it. Parents are checked before their children. The value is typed by the definition, so that a misspelled field does not
 * compile.
 */
export function rules<Id extends string, const Name extends string>(
  definitions: Name | readonly Name[],
  texts: Readonly<Record<Id, RuleText>>,
  check: (node: FieldNode<DecodedDefinition<Name>>, report: Report<Id>) => void,
): DefinitionRules {
  return {
    definitions: typeof definitions === 'string' ? [definitions] : (definitions as readonly string[]),
    texts,
    check: check as DefinitionRules['check'],
  };
}
