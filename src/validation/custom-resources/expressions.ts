import type { CustomResourceSchema, ValidationExpression } from '../../schema/custom-resource-document';
import type { Environment } from '../cel/engine';
import { kubernetesEnvironment } from '../cel/environment';
import { Undecidable } from '../cel/types';
import type { RawFinding } from '../raw-finding';
import { engineDialect, registerDialect } from './cel-dialect';
import { celValue } from './cel-value';

type Evaluate = (context: Record<string, unknown>) => unknown;

const environments = new Map<number, Environment>();
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
    const self = celValue(schema, value, isRoot, environmentOf(minor));
    for (const rule of validations) findings.push(...ruleFindings(rule, self, path, minor));
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

function ruleFindings(rule: ValidationExpression, self: unknown, path: string, minor: number): RawFinding[] {
  // A rule about a change has nothing to say about a new object.
  if (/\boldSelf\b/.test(rule.rule) && rule.optionalOldSelf !== true) return [];
  const environment = environmentOf(minor);
  const program = programOf(environment, rule.rule);
  if (program instanceof Error) return [undecided(rule, path, program)];
  try {
    if (program({ self, oldSelf: undefined }) === true) return [];
  } catch (error) {
    if (isUndecided(error as Error)) return [undecided(rule, path, error as Error)];
    return [finding(rule, path, `${(error as Error).message.split('\n', 1)[0]} evaluating rule: ${wordsOf(rule)}`)];
  }
  const at = rule.fieldPath === undefined ? path : `${path}${fieldPath(rule.fieldPath, path)}`;
  return [finding(rule, at, messageOf(rule, self, environment))];
}

/** Whether the engine, and not the object, is why a rule could not be evaluated. */
function isUndecided(error: Error): boolean {
  return error instanceof Undecidable || /overload|unknown|not supported|invalid argument/i.test(error.message);
}

function finding(rule: ValidationExpression, path: string, message: string): RawFinding {
  return {
    rule: 'custom-resource-expression',
    severity: 'error',
    reason: rule.reason ?? 'FieldValueInvalid',
    path: path === '' ? '<nil>' : path,
    message,
  };
}

/** Names what could not be evaluated, so that it does not pass in silence. */
function undecided(rule: ValidationExpression, path: string, error: Error): RawFinding {
  return {
    rule: 'custom-resource-expression-undecided',
    severity: 'warning',
    reason: 'Warning',
    path,
    message: `could not evaluate the rule ${JSON.stringify(rule.rule)}: ${error.message.split('\n', 1)[0]}`,
    hint: 'the server will evaluate it; try the object there',
  };
}

function messageOf(rule: ValidationExpression, self: unknown, environment: Environment): string {
  if (rule.messageExpression !== undefined) {
    const program = programOf(environment, rule.messageExpression);
    try {
      const text = program instanceof Error ? undefined : program({ self, oldSelf: undefined });
      if (typeof text === 'string' && text.trim() !== '') return text;
    } catch {
      // The server falls back to the plain message, too.
    }
  }
  return rule.message === undefined ? `failed rule: ${rule.rule.trim()}` : rule.message.trim();
}

function wordsOf(rule: ValidationExpression): string {
  return (rule.message ?? rule.rule).trim();
}

/** `.spec.a` or `['a']` as the server appends it. */
function fieldPath(relative: string, base: string): string {
  const plain = relative.replace(/\['([^']*)'\]/g, (_, name: string) => `.${name}`);
  return base === '' ? plain.replace(/^\./, '') : plain;
}

function environmentOf(minor: number): Environment {
  let environment = environments.get(minor);
  if (environment === undefined) {
    environment = kubernetesEnvironment(minor).clone();
    registerDialect(environment);
    environment.registerVariable('self', 'dyn');
    environment.registerVariable('oldSelf', 'dyn');
    environments.set(minor, environment);
  }
  return environment;
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
