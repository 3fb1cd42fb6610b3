import { appliedNamespaceOf, factsOf, groupOf } from '../../facts';
import { selectorMatches } from '../../values';
import { type Applied, isOfCluster, type Placed } from '../applied';
import { type ApplyRequest, coversRequest, isExempt, matchesResources, operationOf } from './match';
import { type Evaluation, PolicyProgram } from './program';

/** A policy that is bound, for a request that both match. */
export interface BoundPolicy {
  readonly policy: Placed;
  readonly binding: Placed;
  /** Parameters, `[undefined]` for none. */
  readonly params: readonly unknown[];
  /** Why there are no parameters. */
  readonly problem?: Exclude<Evaluation, { outcome: 'value' }>;
}

type Pair = Pick<BoundPolicy, 'policy' | 'binding'>;

/** Evaluates an expression of a policy. */
export type Evaluated = (expression: string) => Evaluation;

/** The policies of a kind that are bound so far. */
export class BoundPolicies {
  private policies: readonly Placed[] = [];
  private bindings: readonly Placed[] = [];
  /** Pairs whose rules are about a kind of request: most objects have none. */
  private readonly pairs = new Map<string, readonly Pair[]>();

  public constructor(
    private readonly kind: string,
    private readonly applied: Applied,
  ) {}

  /** Whether any of them matches a request. */
  public match(request: ApplyRequest): boolean {
    return this.covering(request).some((pair) => matches(pair, request));
  }

  /** Those that match a request, in the order of their names. */
  public for(request: ApplyRequest): BoundPolicy[] {
    return this.covering(request)
      .filter((pair) => matches(pair, request))
      .map((pair) => ({ ...pair, ...paramsOf(pair.policy.object, pair.binding.object, request, this.applied) }));
  }

  private covering(request: ApplyRequest): readonly Pair[] {
    const policies = this.applied.allByName(this.kind);
    if (policies.length === 0) return [];
    const bindings = this.applied.allByName(`${this.kind}Binding`);
    if (policies !== this.policies || bindings !== this.bindings) {
      this.pairs.clear();
      [this.policies, this.bindings] = [policies, bindings];
    }
    const scope = request.namespace === undefined ? 'cluster' : 'namespaced';
    const key = `${request.object.apiVersion} ${request.resource} ${operationOf(request)} ${scope}`;
    let pairs = this.pairs.get(key);
    if (pairs === undefined) {
      pairs = isExempt(request) ? [] : this.pairsCovering(request);
      this.pairs.set(key, pairs);
    }
    return pairs;
  }

  private pairsCovering(request: ApplyRequest): Pair[] {
    return this.policies
      .filter(({ object: { spec } }) => coversRequest(spec?.matchConstraints, request))
      .flatMap((policy) =>
        this.bindings
          .filter(({ object: { spec } }) => spec?.policyName === policy.object.metadata.name)
          .filter(({ object: { spec } }) => coversRequest(spec?.matchResources, request))
          .map((binding) => ({ policy, binding })),
      );
  }
}

function matches({ policy, binding }: Pair, request: ApplyRequest): boolean {
  return (
    matchesResources(policy.object.spec?.matchConstraints, request) &&
    matchesResources(binding.object.spec?.matchResources, request)
  );
}

/** The compiled expressions of policies, each policy once. */
export class Programs {
  private readonly programs = new WeakMap<object, PolicyProgram>();

  public constructor(private readonly minor: number) {}

  public of(policy: object): PolicyProgram {
    let program = this.programs.get(policy);
    if (program === undefined) {
      program = new PolicyProgram(policy, this.minor);
      this.programs.set(policy, program);
    }
    return program;
  }
}

/** Whether all conditions of a policy are true; one that is false decides, whatever else fails. */
export function conditionsMatch(
  policy: any,
  evaluated: Evaluated,
): boolean | Exclude<Evaluation, { outcome: 'value' }> {
  let problem: Exclude<Evaluation, { outcome: 'value' }> | undefined;
  for (const { expression } of policy.spec?.matchConditions ?? []) {
    const evaluation = evaluated(expression);
    if (evaluation.outcome === 'value') {
      if (evaluation.value !== true) return false;
    } else problem ??= evaluation;
  }
  return problem ?? true;
}

/** @see CollectParams of k8s.io/apiserver */
function paramsOf(
  policy: any,
  binding: any,
  request: ApplyRequest,
  applied: Applied,
): Pick<BoundPolicy, 'params' | 'problem'> {
  const { paramKind } = policy.spec ?? {};
  const { paramRef } = binding.spec ?? {};
  if (paramKind === undefined || paramRef === undefined) return { params: [undefined] };
  const group = groupOf(paramKind.apiVersion ?? '');
  const kind = group === '' ? paramKind.kind : `${group}/${paramKind.kind}`;
  const namespace = paramRef.namespace ?? request.namespace;
  const known = applied
    .all(kind)
    .filter(({ object }) => object.metadata.namespace === undefined || appliedNamespaceOf(object) === namespace);
  const isMeant = ({ metadata }: any) =>
    paramRef.name === undefined
      ? selectorMatches(paramRef.selector ?? {}, metadata?.labels ?? {})
      : metadata?.name === paramRef.name;
  const found = known.filter(({ object }) => isMeant(object));
  if (factsOf(paramKind).hasOnlyKeysInSnapshots && found.some(isOfCluster)) {
    return { params: [], problem: { outcome: 'undecided', reason: `the values of a ${kind} of the cluster` } };
  }
  if (found.length > 0 || paramRef.parameterNotFoundAction !== 'Deny') {
    return { params: found.map(({ object }) => object) };
  }
  // What comes later is not there yet; what is not in the input may be in the cluster, which the rules of references say.
  if (
    !applied.knowsAll(kind) &&
    !applied.isComing(kind, (object) => isMeant(object) && [undefined, namespace].includes(object.metadata.namespace))
  ) {
    const isOwned = group === '' && paramRef.namespace === undefined && applied.knowsAllIn(namespace, kind);
    if (!isOwned && !applied.isSnapshotWithout(kind)) return { params: [] };
    return { params: [], problem: { outcome: 'undecided', reason: `a ${kind} that is not in the input` } };
  }
  const message = 'failed to configure binding: no params found for policy binding with `Deny` parameterNotFoundAction';
  return { params: [], problem: { outcome: 'failed', message } };
}
