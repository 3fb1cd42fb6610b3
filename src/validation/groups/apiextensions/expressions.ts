import { hasChange } from '../../../facts';
import { GoStruct } from '../../../findings';
import {
  type CheckedExpression,
  type Compilation,
  compile,
  estimateCost,
  mostBelow,
  mostInRequest,
  ruleEnvironment,
  sizesOf,
  typeName,
  uses,
} from '../../cel';
import { type FieldError, forbidden, invalid } from './field-error';
import { additionalOf, itemsOf, type JsonSchema, propertiesOf } from './json-schema';

/** Most that one expression may cost by the estimate of the server, and all of them together. */
const EXPRESSION_LIMIT = 10_000_000;
const TOTAL_LIMIT = 100_000_000;
const MOST_REPORTED = 4;

/**
 * Rules that do not compile or cost too much. The server does not look at them when something is wrong with the schema around.
 *
 * @param broken What is wrong with the schema otherwise
 */
export function expressionProblems(
  schema: JsonSchema,
  path: string,
  broken: readonly FieldError[],
  minor: number,
): FieldError[] {
  const check = new ExpressionCheck(broken, minor);
  check.visit({ schema, path, isRoot: true, isUncorrelated: false, times: 1 });
  return [...check.errors, ...check.totalErrors(path)];
}

interface At {
  readonly schema: JsonSchema;
  readonly path: string;
  readonly isRoot: boolean;
  /** Whether the value has no counterpart in an older object. */
  readonly isUncorrelated: boolean;
  /** How many values of the schema an object can have at most; undefined when no schema around it says. */
  readonly times: number | undefined;
}

class ExpressionCheck {
  public readonly errors: FieldError[] = [];
  private readonly costs: { readonly path: string; readonly cost: number }[] = [];

  public constructor(
    private readonly broken: readonly FieldError[],
    private readonly minor: number,
  ) {}

  public visit(at: At): void {
    const { schema, path, isUncorrelated, times } = at;
    const most = mostBelow(schema);
    const inner = {
      isRoot: false,
      isUncorrelated,
      times: times === undefined || most === undefined ? undefined : times * most,
    };
    for (const [name, property] of propertiesOf(schema)) {
      this.visit({ ...inner, schema: property, path: `${path}.properties[${name}]` });
    }
    const additional = additionalOf(schema);
    if (additional !== undefined) this.visit({ ...inner, schema: additional, path: `${path}.additionalProperties` });
    const items = itemsOf(schema);
    if (items !== undefined) {
      const isLost = isUncorrelated || schema['x-kubernetes-list-type'] !== 'map';
      this.visit({ ...inner, isUncorrelated: isLost, schema: items, path: `${path}.items` });
    }
    const list: any[] = schema['x-kubernetes-validations'] ?? [];
    if (list.length === 0 || this.broken.some((detail) => detail.path.startsWith(path))) return;
    for (const [index, rule] of list.entries()) {
      this.checkRule(at, rule, `${path}.x-kubernetes-validations[${index}]`);
    }
  }

  private checkRule(at: At, validation: any, path: string): void {
    const { rule = '', messageExpression = '', optionalOldSelf } = validation;
    const printed = printedRule(validation, this.minor);
    const isResource = at.isRoot || at.schema['x-kubernetes-embedded-resource'] === true;
    const environment = ruleEnvironment({
      schema: at.schema,
      isResource,
      isOldSelfOptional: optionalOldSelf === true,
      minor: this.minor,
    });
    if (environment === undefined) return;
    const compiled = ofType(compile(environment, rule), 'bool', 'cel expression must evaluate to a bool');
    this.addCompilation(compiled, `${path}.rule`, printed);
    // The server looks at the message and at oldSelf only when the rule compiles.
    if (compiled.outcome !== 'accepted') {
      if (compiled.outcome === 'refused') this.addUnusedOldSelf(optionalOldSelf, path);
      return;
    }
    this.addCost(compiled.expression, at, isResource, `${path}.rule`, true);
    if (messageExpression !== '') {
      const words = {
        compilation: 'messageExpression compilation failed',
        instantiation: 'messageExpression instantiation failed',
      };
      const type = 'messageExpression must evaluate to a string';
      const message = ofType(compile(environment, messageExpression, words), 'string', type);
      this.addCompilation(message, `${path}.messageExpression`, printed);
      if (message.outcome === 'accepted') {
        this.addCost(message.expression, at, isResource, `${path}.messageExpression`, false);
      }
    }
    const usesOldSelf = uses(compiled.expression, 'oldSelf');
    if (usesOldSelf && at.isUncorrelated) {
      this.errors.push(invalid(`${path}.rule`, 'oldSelf cannot be used on the uncorrelatable portion of the schema'));
    }
    if (!usesOldSelf) this.addUnusedOldSelf(optionalOldSelf, path);
  }

  private addUnusedOldSelf(optionalOldSelf: unknown, path: string): void {
    if (optionalOldSelf === undefined) return;
    this.errors.push(invalid(`${path}.optionalOldSelf`, 'may not be set if oldSelf is not used in rule'));
  }

  private addCompilation(compilation: Compilation, path: string, value: GoStruct): void {
    if (compilation.outcome === 'refused') {
      const { message } = compilation;
      this.errors.push({ ...invalid(path, message), params: { detail: message, value } });
    }
    if (compilation.outcome === 'undecided') {
      const message = `the expression could not be checked here: it uses ${compilation.reason}`;
      this.errors.push({ reason: 'Warning', path, message });
    }
  }

  private addCost(
    expression: CheckedExpression,
    { schema, times }: At,
    isResource: boolean,
    path: string,
    isRepeated: boolean,
  ): void {
    const self = sizesOf(schema, isResource, this.minor);
    if (self === undefined) return;
    const cost = estimateCost(expression, self, this.minor);
    const whole = isRepeated ? cost * (times ?? mostInRequest(self)) : cost;
    this.costs.push({ path, cost: whole });
    const what = isRepeated ? 'estimated rule cost' : 'estimated messageExpression cost';
    if (whole > EXPRESSION_LIMIT) this.errors.push(forbidden(path, tooExpensive(what, whole, EXPRESSION_LIMIT)));
  }

  public totalErrors(path: string): FieldError[] {
    const total = this.costs.reduce((sum, { cost }) => sum + cost, 0);
    if (total <= TOTAL_LIMIT) return [];
    const expensive = this.costs
      .filter(({ cost }) => cost >= TOTAL_LIMIT / 100)
      .sort((left, right) => right.cost - left.cost)
      .slice(0, MOST_REPORTED);
    const message = 'contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema';
    const what = 'x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema';
    return [
      ...expensive.map((rule) => forbidden(rule.path, message)),
      forbidden(path, tooExpensive(what, total, TOTAL_LIMIT)),
    ];
  }
}

function tooExpensive(what: string, cost: number, limit: number): string {
  const factor = cost / limit;
  const times = factor > 100 ? 'more than 100x' : `${factor.toFixed(factor < 1.5 ? 6 : 1)}x`;
  return `${what} exceeds budget by factor of ${times} (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)`;
}

/** A rule as the server shows it, which says nothing of where an optional field points to. */
function printedRule(validation: any, minor: number): GoStruct {
  const {
    rule = '',
    message = '',
    messageExpression = '',
    reason = null,
    fieldPath = '',
    optionalOldSelf = null,
  } = validation;
  const fields = {
    Rule: rule,
    Message: message,
    MessageExpression: messageExpression,
    Reason: reason,
    FieldPath: fieldPath,
    ...(hasChange(minor, 'OptionalOldSelfField') && { OptionalOldSelf: optionalOldSelf }),
  };
  const pointers = { Reason: 'apiextensions.FieldValueErrorReason', OptionalOldSelf: 'bool' };
  return new GoStruct('apiextensions.ValidationRule', fields, pointers);
}

/** A compilation of an expression whose result must have the type. */
function ofType(compiled: Compilation, type: string, message: string): Compilation {
  const isOther = compiled.outcome === 'accepted' && typeName(compiled.type) !== type;
  return isOther ? { outcome: 'refused', message } : compiled;
}
