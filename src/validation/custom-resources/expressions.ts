import { gatesOf, hasChange } from '../../facts';
import { OMITTED, type RawFinding } from '../../findings';
import type { CustomResourceSchema, ValidationExpression } from '../../schema';
import {
  type CheckedExpression,
  compile,
  type Environment,
  EvaluationError,
  evaluate,
  NONE,
  OptionalValue,
  ruleEnvironment,
  schemaValue,
  Undecidable,
  uses,
  type Value,
} from '../cel';
import { type Correlated, childOf, correlated } from './correlation';
import { expressionPath } from './expression-path';
import { type FieldProblem, fieldFinding } from './field-finding';

/**
 * Evaluates the rules of a schema (`x-kubernetes-validations`) on a value and on everything in it.
 *
 * @param old the value before an update, for transition rules. @default the object is new
 */
export function expressionFindings(
  schema: CustomResourceSchema,
  object: object,
  minor: number,
  old?: object,
): RawFinding[] {
  return expressionProblems(schema, object, minor, old).map((problem) =>
    problem.reason === 'Warning' ? undecided(problem) : fieldFinding(problem, undefined, minor),
  );
}

/** The same before the findings are made; a `Warning` is for a rule that could not be evaluated. */
export function expressionProblems(
  schema: CustomResourceSchema,
  object: unknown,
  minor: number,
  old?: unknown,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  visit(schema, correlated(object, old), '', true, minor, problems);
  return problems;
}

/** Reports what could not be evaluated, so that it does not pass in silence. */
function undecided({ path = '', message }: FieldProblem): RawFinding {
  return {
    rule: 'custom-resource-expression-undecided',
    severity: 'warning',
    reason: 'Warning',
    path,
    message,
    hint: 'the server will evaluate it; try the object there',
  };
}

function visit(
  schema: CustomResourceSchema | undefined,
  node: Correlated,
  path: string,
  isRoot: boolean,
  minor: number,
  problems: FieldProblem[],
): void {
  const { value } = node;
  if (schema === undefined || value === null || value === undefined) return;
  const validations = schema['x-kubernetes-validations'] ?? [];
  if (validations.length > 0) {
    const isResource = isRoot || schema['x-kubernetes-embedded-resource'] === true;
    const program = programOf(schema, isResource, minor);
    const oldSelf = node.old === undefined ? undefined : schemaValue(schema, node.old, isResource);
    const compared = { self: schemaValue(schema, value, isResource), oldSelf };
    for (const rule of validations) problems.push(...ruleProblems(rule, program, compared, node, path));
  }
  for (const part of schema.allOf ?? []) visit(part, node, path, isRoot, minor, problems);
  if (Array.isArray(value)) {
    for (const index of value.keys()) {
      visit(schema.items, childOf(node, index, schema), `${path}[${index}]`, false, minor, problems);
    }
  } else if (typeof value === 'object') {
    const { properties = {}, additionalProperties } = schema;
    for (const field of Object.keys(value)) {
      const child = childOf(node, field, schema);
      if (typeof additionalProperties === 'object') {
        visit(additionalProperties, child, `${path}[${field}]`, false, minor, problems);
      }
      if (Object.hasOwn(properties, field)) {
        visit(properties[field], child, path === '' ? field : `${path}.${field}`, false, minor, problems);
      }
    }
  }
}

function ruleProblems(
  rule: ValidationExpression,
  program: Program,
  { self, oldSelf }: { readonly self: Value; readonly oldSelf: Value | undefined },
  { value, isKept }: Correlated,
  path: string,
): FieldProblem[] {
  const compiled = program.compile(rule, rule.rule);
  if (typeof compiled === 'string') return [notEvaluated(rule, path, compiled)];
  const isOptional = program.isOldSelfOptional(rule);
  const isTransition = uses(compiled.expression, 'oldSelf');
  // A rule about a change has nothing to say about a new value.
  if (isTransition && !isOptional && oldSelf === undefined) return [];
  // What was accepted before the rule was stays accepted.
  if (!isTransition && isKept && program.ratchets) return [];
  const old = isOptional ? (oldSelf === undefined ? NONE : new OptionalValue(oldSelf)) : oldSelf;
  const variables: Variables = old === undefined ? { self } : { self, oldSelf: old };
  try {
    if (evaluate(compiled.expression, compiled.environment, variables) === true) return [];
  } catch (error) {
    if (error instanceof Undecidable) return [notEvaluated(rule, path, error.part)];
    // The reason is for a rule that is violated, not for one that breaks off.
    if (error instanceof EvaluationError) return [program.failure(path, failureMessage(rule, error))];
    throw error;
  }
  const at = rule.fieldPath === undefined ? path : expressionPath(program.schema, rule.fieldPath, path);
  return [program.violation(at, value, messageOf(rule, program, variables), rule.reason)];
}

function failureMessage(rule: ValidationExpression, { message }: EvaluationError): string {
  if (!message.startsWith('no such overload')) return `${message} evaluating rule: ${wordsOf(rule)}`;
  return `'${message}': call arguments did not match a supported operator, function or macro signature for rule: ${wordsOf(rule)}`;
}

function notEvaluated({ rule }: ValidationExpression, path: string, reason: string): FieldProblem {
  const message = `could not evaluate the rule ${JSON.stringify(rule)}: it uses ${reason}`;
  return { rule: 'custom-resource-expression-undecided', reason: 'Warning', path, message };
}

function messageOf(rule: ValidationExpression, program: Program, variables: Variables): string {
  const text = rule.messageExpression === undefined ? undefined : computedMessage(rule, program, variables);
  if (text !== undefined && text !== '' && !text.includes('\n')) return text;
  return rule.message === undefined ? `failed rule: ${rule.rule.trim()}` : rule.message.trim();
}

/** The server falls back to the plain message when there is none. */
function computedMessage(rule: ValidationExpression, program: Program, variables: Variables): string | undefined {
  const compiled = program.compile(rule, rule.messageExpression!);
  if (typeof compiled === 'string') return undefined;
  try {
    const text = evaluate(compiled.expression, compiled.environment, variables);
    return typeof text === 'string' ? text.trim() : undefined;
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof Undecidable) return undefined;
    throw error;
  }
}

function wordsOf(rule: ValidationExpression): string {
  return (rule.message ?? rule.rule).trim();
}

/** Reasons of a rule; any other one is that of an invalid value, as in fieldErrorForReason of the server. */
const REASONS = ['FieldValueForbidden', 'FieldValueRequired', 'FieldValueDuplicate'] as const;

interface Compiled {
  readonly expression: CheckedExpression;
  readonly environment: Environment;
}

type Variables = Readonly<Record<string, Value>>;

/** The rules of one schema, each compiled once. */
class Program {
  private readonly compiled = new Map<string, Compiled | string>();

  public constructor(
    public readonly schema: CustomResourceSchema,
    private readonly isResource: boolean,
    private readonly minor: number,
  ) {}

  public get ratchets(): boolean {
    return gatesOf(this.minor).has('CRDValidationRatcheting');
  }

  public isOldSelfOptional(rule: ValidationExpression): boolean {
    return rule.optionalOldSelf === true && this.ratchets;
  }

  /** A rule that broke off: the server shows no more of the value than its type. */
  public failure(path: string, message: string): FieldProblem {
    const { type: value = '' } = this.schema;
    return { rule: 'custom-resource-expression', reason: 'FieldValueInvalid', path, message, value };
  }

  /** A rule that is violated: the type of the value, and since 1.35 the value itself, if it is a scalar. */
  public violation(path: string, value: unknown, message: string, given?: string): FieldProblem {
    const { type = '' } = this.schema;
    const reason = REASONS.find((one) => one === given) ?? 'FieldValueInvalid';
    const scalar = type === 'object' || type === 'array' ? OMITTED : value;
    return {
      rule: 'custom-resource-expression',
      reason,
      path,
      message: reason === 'FieldValueDuplicate' ? '' : message,
      value: hasChange(this.minor, 'ExpressionValuesShown') ? scalar : type,
    };
  }

  /** The compiled expression, or why there is none. */
  public compile(rule: ValidationExpression, expression: string): Compiled | string {
    const isOldSelfOptional = this.isOldSelfOptional(rule);
    const key = `${isOldSelfOptional} ${expression}`;
    let compiled = this.compiled.get(key);
    if (compiled === undefined) {
      compiled = this.compileNow(expression, isOldSelfOptional);
      this.compiled.set(key, compiled);
    }
    return compiled;
  }

  private compileNow(expression: string, isOldSelfOptional: boolean): Compiled | string {
    const { schema, isResource, minor } = this;
    const environment = ruleEnvironment({ schema, isResource, isOldSelfOptional, minor, age: 'stored' });
    if (environment === undefined) return 'a schema without a type';
    const result = compile(environment, expression);
    if (result.outcome === 'accepted') return { expression: result.expression, environment };
    return result.outcome === 'undecided' ? result.reason : 'what this version of Kubernetes does not know';
  }
}

const programs = new WeakMap<CustomResourceSchema, Map<string, Program>>();

function programOf(schema: CustomResourceSchema, isResource: boolean, minor: number): Program {
  const known = programs.get(schema) ?? new Map<string, Program>();
  programs.set(schema, known);
  const key = `${isResource} ${minor}`;
  const program = known.get(key) ?? new Program(schema, isResource, minor);
  known.set(key, program);
  return program;
}
