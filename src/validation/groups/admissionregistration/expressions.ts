import { hasChange } from '../../../facts';
import {
  type AdmissionScope,
  admissionEnvironment,
  type Compilation,
  compile,
  DYN,
  type Environment,
  type Type,
  typeName,
} from '../../cel';
import type { FieldNode } from '../../rule';
import { definition } from './examples';

const POLICIES = [definition('ValidatingAdmissionPolicySpec'), definition('MutatingAdmissionPolicySpec')];
const environments = new WeakMap<object, Map<string, Environment>>();

/**
 * The environment for the expressions of a policy, or of a webhook when no policy is around.
 *
 * @param count How many of the variables of the policy can be used; undefined for none at all, not even the name
 */
function environmentFor(node: FieldNode, authorizer: boolean, count: number | undefined, patches = false): Environment {
  const policy = policyOf(node);
  const params = policy?.paramKind !== undefined;
  const key = `${params} ${authorizer} ${count} ${patches}`;
  const owner = node.root.value;
  const known = environments.get(owner) ?? new Map<string, Environment>();
  environments.set(owner, known);
  let environment = known.get(key);
  if (environment === undefined) {
    const scope: AdmissionScope = { params, authorizer, variables: variablesOf(node, policy, count), patches };
    environment = admissionEnvironment(node.minor, scope);
    known.set(key, environment);
  }
  return environment;
}

function policyOf(node: FieldNode): any {
  for (const name of POLICIES) {
    const policy = node.definition === name ? node : node.ancestor(name);
    if (policy !== undefined) return policy.value;
  }
  return undefined;
}

/** Names of the first variables with the types of their expressions. */
function variablesOf(node: FieldNode, policy: any, count: number | undefined): Record<string, Type> | undefined {
  const variables: { name?: string; expression?: string }[] = policy?.variables ?? [];
  const isMutating = policy?.mutations !== undefined;
  if (count === undefined || (variables.length === 0 && !isMutating)) return undefined;
  const types: Record<string, Type> = {};
  for (const [index, { name = '', expression = '' }] of variables.slice(0, count).entries()) {
    if (expression.trim() === '') continue;
    const compiled = compile(environmentFor(node, true, index), expression);
    types[name] = compiled.outcome === 'accepted' ? compiled.type : DYN;
  }
  return types;
}

const ALL_VARIABLES = Number.MAX_SAFE_INTEGER;

interface ExpressionOptions {
  /** Whether it can ask what the user may do. @default true */
  readonly authorizer?: boolean;
  /** How many variables of the policy it can use; `none` not even by name. @default all */
  readonly variables?: number | 'none';
  /** Whether it is the patch of a mutation. @default false */
  readonly patches?: boolean;
}

/** Any type of the result will do. */
export const ANY_TYPE = 'any';

/**
 * Compiles an expression of an admission policy or webhook as the server does.
 *
 * @param types Types of the result that the server takes, as it writes them
 */
export function compileAt(
  node: FieldNode,
  expression: string,
  types: readonly string[],
  { authorizer = true, variables = ALL_VARIABLES, patches = false }: ExpressionOptions = {},
): Compilation {
  const count = variables === 'none' ? undefined : variables;
  const compiled = compile(environmentFor(node, authorizer, count, patches), expression);
  if (compiled.outcome !== 'accepted' || types.includes(ANY_TYPE)) return compiled;
  const type = typeName(compiled.type);
  if (types.includes(type)) return compiled;
  const wanted = types.length === 1 ? types[0] : `one of [${types.join(' ')}]`;
  const found = hasChange(node.minor, 'ExpressionTypeNamed') ? ` but got ${type}` : '';
  return { outcome: 'refused', message: `must evaluate to ${wanted}${found}` };
}
