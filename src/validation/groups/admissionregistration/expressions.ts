import {
  type AdmissionScope,
  ANY_TYPE,
  admissionEnvironment,
  type Compilation,
  compile,
  type Environment,
  rewriteMessages,
} from '../../cel';
import type { Place } from '../../rule';
import { definition } from './examples';

const POLICIES = [definition('ValidatingAdmissionPolicySpec'), definition('MutatingAdmissionPolicySpec')];
const environments = new WeakMap<object, Map<string, Environment>>();

/**
 * The environment for the expressions of a policy, or of a webhook when no policy is around.
 *
 * @param count How many of the variables of the policy can be used; undefined for none at all, not even the name
 */
function environmentFor(place: Place, authorizer: boolean, count: number | undefined, patches = false): Environment {
  const policy = policyOf(place);
  const params = policy?.paramKind !== undefined;
  const key = `${params} ${authorizer} ${count} ${patches}`;
  const owner = place.root.value;
  const known = environments.get(owner) ?? new Map<string, Environment>();
  environments.set(owner, known);
  let environment = known.get(key);
  if (environment === undefined) {
    const scope: AdmissionScope = { params, authorizer, variables: variablesOf(place, policy, count), patches };
    environment = admissionEnvironment(place.minor, scope);
    known.set(key, environment);
  }
  return environment;
}

function policyOf(place: Place): any {
  for (const name of POLICIES) {
    const policy = place.definition === name ? place : place.ancestor(name);
    if (policy !== undefined) return policy.value;
  }
  return undefined;
}

/** Names of the first variables with the types of their expressions. */
function variablesOf(place: Place, policy: any, count: number | undefined): Record<string, string> | undefined {
  const variables: { name?: string; expression?: string }[] = policy?.variables ?? [];
  const isMutating = policy?.mutations !== undefined;
  if (count === undefined || (variables.length === 0 && !isMutating)) return undefined;
  const types: Record<string, string> = {};
  for (const [index, { name = '', expression = '' }] of variables.slice(0, count).entries()) {
    if (expression.trim() === '') continue;
    const compiled = compile(environmentFor(place, true, index), expression, [ANY_TYPE]);
    types[name] = compiled.outcome === 'fine' ? declared(compiled.type) : 'dyn';
  }
  return types;
}

/** Types of the engine that it takes as the type of a field. */
function declared(type: string): string {
  return /^(?:bool|int|uint|double|string|bytes|list<(?:string|int|bool)>|map<string, string>)$/.test(type)
    ? type
    : 'dyn';
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

/** Compiles an expression of an admission policy or webhook as the server does. */
export function compileAt(
  place: Place,
  expression: string,
  types: readonly string[],
  { authorizer = true, variables = ALL_VARIABLES, patches = false }: ExpressionOptions = {},
): Compilation {
  const count = variables === 'none' ? undefined : variables;
  const text = patches ? rewriteMessages(expression) : expression;
  return compile(environmentFor(place, authorizer, count, patches), text, types);
}
