import { groupOf } from '../../facts';
import {
  type AdmissionScope,
  admissionEnvironment,
  type CheckedExpression,
  compile,
  DYN,
  type Environment,
  EvaluationError,
  evaluate,
  LazyMap,
  plainValue,
  type Type,
  Undecidable,
  type Value,
} from '../../validation/cel';
import { type ApplyRequest, operationOf } from './match';

type Values = Readonly<Record<string, Value | Undecidable>>;

/** What became of an expression. */
export type Evaluation =
  | { readonly outcome: 'value'; readonly value: Value }
  | { readonly outcome: 'failed'; readonly message: string }
  /** It asks for something that only the running server knows. */
  | { readonly outcome: 'undecided'; readonly reason: string };

interface Compiled {
  readonly expression: CheckedExpression;
  readonly environment: Environment;
  readonly type: Type;
}

const AUTHORIZER = new Undecidable('what the user may do');

/** The expressions of one policy, each compiled once. */
export class PolicyProgram {
  private readonly compiled = new Map<string, Compiled | Evaluation>();
  private readonly variables: readonly { readonly name: string; readonly expression: string }[];

  public constructor(
    private readonly policy: any,
    private readonly minor: number,
  ) {
    this.variables = policy.spec?.variables ?? [];
  }

  /** Evaluates expressions of the policy on one request, each variable at most once. */
  public on(request: ApplyRequest, params: unknown): (expression: string) => Evaluation {
    const names = this.variables.map(({ name }) => name);
    const values: Record<string, Value | Undecidable> = {
      object: plainValue(request.object),
      oldObject: plainValue(request.oldObject),
      params: plainValue(params),
      namespaceObject: plainValue(request.namespace === undefined ? undefined : request.namespaceObject),
      request: plainValue(requestOf(request)),
      authorizer: AUTHORIZER,
      'authorizer.requestResource': AUTHORIZER,
    };
    values.variables = new LazyMap(names, (name) => {
      const index = names.indexOf(name);
      const evaluation = this.evaluation(this.variables[index]!.expression, index, values);
      if (evaluation.outcome === 'value') return evaluation.value;
      if (evaluation.outcome === 'undecided') throw new Undecidable(evaluation.reason);
      throw new EvaluationError(`composited variable "${name}" fails to evaluate: ${evaluation.message}`);
    });
    return (expression) => this.evaluation(expression, names.length, values);
  }

  /** @param count How many variables the expression can use: those before it */
  private evaluation(expression: string, count: number, values: Values): Evaluation {
    const compiled = this.compile(expression, count);
    if ('outcome' in compiled) return compiled;
    if (/\buserInfo\b/.test(expression)) return { outcome: 'undecided', reason: 'the user who applies it' };
    try {
      return {
        outcome: 'value',
        value: evaluate(compiled.expression, compiled.environment, values as Record<string, Value>),
      };
    } catch (error) {
      if (error instanceof Undecidable) return { outcome: 'undecided', reason: error.part };
      if (error instanceof EvaluationError) {
        return { outcome: 'failed', message: `expression '${expression.trim()}' resulted in error: ${error.message}` };
      }
      throw error;
    }
  }

  private compile(expression: string, count: number): Compiled | Evaluation {
    const key = `${count} ${expression}`;
    let compiled = this.compiled.get(key);
    if (compiled === undefined) {
      compiled = this.compileAnew(expression, count);
      this.compiled.set(key, compiled);
    }
    return compiled;
  }

  private compileAnew(expression: string, count: number): Compiled | Evaluation {
    const scope: AdmissionScope = {
      params: this.policy.spec?.paramKind !== undefined,
      authorizer: true,
      patches: this.policy.spec?.mutations !== undefined,
      ...(this.variables.length > 0 && { variables: this.typesOf(count) }),
    };
    const environment = admissionEnvironment(this.minor, scope, 'stored');
    const compiled = compile(environment, expression);
    if (compiled.outcome === 'accepted') return { expression: compiled.expression, environment, type: compiled.type };
    if (compiled.outcome === 'undecided') return { outcome: 'undecided', reason: compiled.reason };
    return { outcome: 'failed', message: `compilation error: ${compiled.message}` };
  }

  /** Types of the first variables; one whose expression does not compile may be anything. */
  private typesOf(count: number): Record<string, Type> {
    return Object.fromEntries(
      this.variables.slice(0, count).map(({ name, expression }, index) => {
        const compiled = this.compile(expression, index);
        return [name, 'outcome' in compiled ? DYN : compiled.type];
      }),
    );
  }
}

/** `request` of an expression: an AdmissionRequest, without its user. */
function requestOf(request: ApplyRequest): object {
  const { object, resource, namespace } = request;
  const operation = operationOf(request);
  const group = groupOf(object.apiVersion);
  const version = group === '' ? object.apiVersion : object.apiVersion.slice(group.length + 1);
  const kind = { group, version, kind: object.kind };
  const ofResource = { group, version, resource };
  return {
    kind,
    resource: ofResource,
    requestKind: kind,
    requestResource: ofResource,
    subResource: '',
    requestSubResource: '',
    name: object.metadata?.name ?? '',
    namespace: namespace ?? '',
    operation,
    dryRun: false,
    options: { kind: operation === 'CREATE' ? 'CreateOptions' : 'PatchOptions', apiVersion: 'meta.k8s.io/v1' },
  };
}
