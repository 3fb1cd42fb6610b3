import type { RawFinding, Reason } from '../../findings';
import type { CustomResourceSchema, ValidationExpression } from '../../schema';
import { type Environment, kubernetesEnvironment, namespaceValues, Undecidable, unknownPart } from '../cel';
import { engineDialect, registerDialect } from './cel-dialect';
import { celValue } from './cel-value';
import { expressionPath } from './expression-path';
import { fieldFinding } from './field-finding';

type Evaluate = (context: Record<string, unknown>) => unknown;

const evaluations = new Map<number, Evaluation>();
const programs = new WeakMap<Environment, Map<string, Evaluate | Error>>();

/** Evaluates the rules of a schema (`x-kubernetes-validations`) on a value and on everything in it. */
export function expressionFindings(schema: CustomResourceSchema, object: object, minor: number): RawFinding[] {
  const findings: RawFinding[] = [];
  visit(schema, object, '', true, minor, findings);
  return findings;
}

function visit(
  schema: CustomResourceSchema | undefined,
  value: any,
  path: string,
  isRoot: boolean,
  minor: number,
  findings: RawFinding[],
): void {
  if (schema === undefined || value === null || value === undefined) return;
  const validations = schema['x-kubernetes-validations'] ?? [];
  if (validations.length > 0) {
    const isResource = isRoot || schema['x-kubernetes-embedded-resource'] === true;
    const self = celValue(schema, value, isResource, environmentOf(minor).environment);
    for (const rule of validations) findings.push(...ruleFindings(rule, schema, self, path, minor));
  }
  for (const part of schema.allOf ?? []) visit(part, value, path, isRoot, minor, findings);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(schema.items, item, `${path}[${index}]`, false, minor, findings);
  } else if (typeof value === 'object') {
    const { properties = {}, additionalProperties } = schema;
    for (const [field, child] of Object.entries(value)) {
      if (typeof additionalProperties === 'object') {
        visit(additionalProperties, child, `${path}[${field}]`, false, minor, findings);
      }
      if (Object.hasOwn(properties, field)) {
        visit(properties[field], child, path === '' ? field : `${path}.${field}`, false, minor, findings);
      }
    }
  }
}

/** First minor version in which a rule can be about a change and still ask something of a new object. */
const OPTIONAL_OLD_SELF = 30;

function ruleFindings(
  rule: ValidationExpression,
  schema: CustomResourceSchema,
  self: unknown,
  path: string,
  minor: number,
): RawFinding[] {
  const isOptional = rule.optionalOldSelf === true && minor >= OPTIONAL_OLD_SELF;
  // A rule about a change has nothing to say about a new object.
  if (/\boldSelf\b/.test(rule.rule) && !isOptional) return [];
  const { environment, values } = environmentOf(minor);
  const program = programOf(environment, rule.rule);
  if (program instanceof Error) return [undecided(rule, path, program)];
  const context = { ...values, self };
  try {
    if (program(context) === true) return [];
  } catch (error) {
    if (isUndecided(error as Error)) return [undecided(rule, path, error as Error)];
    return [
      // The reason is for a rule that is violated, not for one that breaks off.
      finding(
        path,
        `${(error as Error).message.split('\n', 1)[0]} evaluating rule: ${wordsOf(rule)}`,
        schema.type,
        minor,
      ),
    ];
  }
  const at = rule.fieldPath === undefined ? path : expressionPath(schema, rule.fieldPath, path);
  return [finding(at, messageOf(rule, context, environment), schema.type, minor, rule.reason)];
}

/** Whether the engine, and not the object, is why a rule could not be evaluated. */
function isUndecided(error: Error): boolean {
  return error instanceof Undecidable || /overload|unknown|not supported|invalid argument/i.test(error.message);
}

/** The server shows no more of the value than its type. */
function finding(
  path: string,
  message: string,
  type: string | undefined,
  minor: number,
  reason: Reason = 'FieldValueInvalid',
): RawFinding {
  const value = type ?? '';
  return fieldFinding({ rule: 'custom-resource-expression', reason, path, message, value }, undefined, minor);
}

/** Names what could not be evaluated, so that it does not pass in silence. */
function undecided(rule: ValidationExpression, path: string, error: Error): RawFinding {
  const [summary] = error.message.split('\n', 1);
  const part = unknownPart(rule.rule);
  return {
    rule: 'custom-resource-expression-undecided',
    severity: 'warning',
    reason: 'Warning',
    path,
    message: `could not evaluate the rule ${JSON.stringify(rule.rule)}: ${part === undefined ? summary : `it uses ${part}`}`,
    hint: 'the server will evaluate it; try the object there',
  };
}

function messageOf(rule: ValidationExpression, context: Record<string, unknown>, environment: Environment): string {
  if (rule.messageExpression !== undefined) {
    const program = programOf(environment, rule.messageExpression);
    try {
      const text = program instanceof Error ? undefined : program(context);
      if (typeof text === 'string' && text.trim() !== '' && !text.trim().includes('\n')) return text.trim();
    } catch {
      // The server falls back to the plain message, too.
    }
  }
  return rule.message === undefined ? `failed rule: ${rule.rule.trim()}` : rule.message.trim();
}

function wordsOf(rule: ValidationExpression): string {
  return (rule.message ?? rule.rule).trim();
}

interface Evaluation {
  readonly environment: Environment;
  /** Of the variables that are the same for every object. */
  readonly values: Readonly<Record<string, unknown>>;
}

function environmentOf(minor: number): Evaluation {
  let evaluation = evaluations.get(minor);
  if (evaluation === undefined) {
    const environment = kubernetesEnvironment(minor).clone();
    environment.registerVariable('self', 'dyn');
    environment.registerVariable('oldSelf', 'dyn');
    registerDialect(environment);
    const oldSelf = minor >= OPTIONAL_OLD_SELF ? environment.evaluate('optional.none()') : undefined;
    evaluation = { environment, values: { ...namespaceValues(minor), oldSelf } };
    evaluations.set(minor, evaluation);
  }
  return evaluation;
}

function programOf(environment: Environment, expression: string): Evaluate | Error {
  let known = programs.get(environment);
  if (known === undefined) {
    known = new Map();
    programs.set(environment, known);
  }
  let program = known.get(expression);
  if (program === undefined) {
    try {
      program = environment.parse(engineDialect(expression)) as unknown as Evaluate;
    } catch (error) {
      program = error as Error;
    }
    known.set(expression, program);
  }
  return program;
}
