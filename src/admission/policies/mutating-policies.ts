import type { KubernetesVersion } from '../../facts';
import { minorOf } from '../../facts';
import { appliedObject, atomicFields, configurationProblems } from '../../upgrade';
import { defaultedCopy } from '../../validation';
import { plainJson, type Value, wrongPatchTypes } from '../../validation/cel';
import type { Applied, Placed } from '../applied';
import { BoundPolicies, type BoundPolicy, conditionsMatch, Programs } from './bound-policies';
import { PatchError, patched, TestFailed } from './json-patch';
import type { ApplyRequest } from './match';
import type { Evaluation } from './program';

/** Kind of the policies. */
export const MUTATING = 'admissionregistration.k8s.io/MutatingAdmissionPolicy';

/** What a policy could not change. */
export interface FailedMutation {
  readonly message: string;
  /** The policy asks for what only a running server knows. */
  readonly isUndecided: boolean;
  readonly policy: Placed;
  readonly binding: Placed;
}

/** An object after all policies. */
export interface Mutated {
  readonly object: any;
  /** The policies that changed the object. */
  readonly changedBy: readonly Placed[];
  readonly failures: readonly FailedMutation[];
}

/**
 * Changes objects as the MutatingAdmissionPolicies that are bound so far do, in the order of their names.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/
 */
export class MutatingPolicies {
  public readonly bound: BoundPolicies;
  private readonly programs: Programs;

  public constructor(
    applied: Applied,
    private readonly version: KubernetesVersion,
  ) {
    this.bound = new BoundPolicies(MUTATING, applied);
    this.programs = new Programs(minorOf(version));
  }

  public mutated(request: ApplyRequest): Mutated {
    const bound = this.bound.for(request);
    if (bound.length === 0) return { object: request.object, changedBy: [], failures: [] };
    const first = this.invoked(bound, request);
    if (first.changedBy.length === 0 || first.failures.length > 0) return first;
    // What any policy wrote is shown again to those that ask for it.
    const again = bound.filter(({ policy: { object } }) => object.spec?.reinvocationPolicy === 'IfNeeded');
    const second = this.invoked(again, { ...request, object: first.object });
    return { ...second, changedBy: [...new Set([...first.changedBy, ...second.changedBy])] };
  }

  private invoked(bound: readonly BoundPolicy[], request: ApplyRequest): Mutated {
    let { object } = request;
    const changedBy: Placed[] = [];
    const failures: FailedMutation[] = [];
    for (const { policy, binding, params, problem } of bound) {
      const fail = (evaluation: Exclude<Evaluation, { outcome: 'value' }>) => {
        const isUndecided = evaluation.outcome === 'undecided';
        if (!isUndecided && policy.object.spec?.failurePolicy === 'Ignore') return;
        failures.push({ message: isUndecided ? evaluation.reason : evaluation.message, isUndecided, policy, binding });
      };
      if (problem !== undefined) fail(problem);
      for (const param of params) {
        const before = object;
        for (const step of this.steps(policy.object, { ...request, object }, param)) {
          if ('outcome' in step) fail(step);
          else object = step.object;
        }
        if (object !== before) changedBy.push(policy);
      }
    }
    return { object, changedBy, failures };
  }

  /** The object after each mutation of a policy, or why it failed. */
  private *steps(
    policy: any,
    request: ApplyRequest,
    params: unknown,
  ): Generator<{ object: any } | Exclude<Evaluation, { outcome: 'value' }>> {
    const program = this.programs.of(policy);
    const matched = conditionsMatch(policy, program.on(request, params));
    if (matched === false) return;
    if (matched !== true) {
      yield matched;
      return;
    }
    let { object } = request;
    for (const mutation of policy.spec?.mutations ?? []) {
      const { expression } = mutation.jsonPatch ?? mutation.applyConfiguration ?? {};
      const evaluation = program.on({ ...request, object }, params)(String(expression));
      if (evaluation.outcome !== 'value') {
        yield evaluation;
        continue;
      }
      const result = this.changed(object, evaluation.value, mutation.patchType);
      if ('object' in result) object = result.object;
      yield result;
    }
  }

  private changed(
    object: any,
    value: Value,
    patchType: string,
  ): { object: any } | { outcome: 'failed'; message: string } {
    const mismatches = wrongPatchTypes(value);
    if (mismatches.length > 0) return { outcome: 'failed', message: `type mismatch: ${mismatches.join('\n')}` };
    const patch: any = plainJson(value);
    try {
      const changed = patchType === 'JSONPatch' ? patched(object, patch) : this.merged(object, patch);
      return { object: defaultedCopy(changed, this.version) };
    } catch (error) {
      if (error instanceof TestFailed) return { object };
      if (!(error instanceof PatchError)) throw error;
      const prefix = patchType === 'JSONPatch' ? 'JSON Patch' : 'error applying patch';
      return { outcome: 'failed', message: `${prefix}: ${error.message}` };
    }
  }

  /** What server-side apply makes of the object, without owners of fields. */
  private merged(object: any, value: any): any {
    const next = { ...value, apiVersion: object.apiVersion, kind: object.kind };
    const problems = configurationProblems(next, this.version);
    if (problems.length > 0)
      throw new PatchError(`failed to convert patch object to typed object: ${listed(problems)}`);
    const atomics = atomicFields(next, this.version);
    if (atomics.length > 0) {
      const fields = atomics.join(', ');
      throw new PatchError(`invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: ${fields}`);
    }
    return appliedObject({ previous: {}, live: object, next }, 'server', this.version);
  }
}

/** Several errors as the server lists them. */
function listed(problems: readonly string[]): string {
  return problems.length === 1 ? problems[0]! : ['errors:', ...problems.map((problem) => `  ${problem}`)].join('\n');
}
