import { appliedNamespaceOf, groupKindOf, groupOf, isKind, type KubernetesVersion, minorOf, pluralOf } from '../facts';
import { defaultedCopy, inspectObject } from '../validation';
import { type Admitted, admitPod, limitRangeRefusals, type Mutation, refusalsBeforeValidation } from './admit-pod';
import { Allocations } from './allocations';
import { Applied, type Cluster, type Placed } from './applied';
import { controlledReplicas, generatedName } from './controllers';
import { NotJudgedOfCluster, notJudged } from './not-judged';
import { ownerWarning } from './owned';
import { secondDefaultPriority } from './pods/classes';
import { limitConflicts } from './pods/limit-conflicts';
import { claimLimitViolations } from './pods/limit-ranges';
import { podCopy } from './pods/pod-copy';
import { podSecurityWarning, warnsOfWhatItEnforces } from './pods/pod-security';
import type { ApplyRequest } from './policies/match';
import { MUTATING, MutatingPolicies } from './policies/mutating-policies';
import { decisionRefusal, mutationRefusal } from './policies/refusals';
import { ValidatingPolicies } from './policies/validating-policies';
import { quotaRefusal } from './quota/check-quotas';
import { QuotaUsage } from './quota/quota-usage';
import { isError, type Refusal } from './refusal';
import { setStorageClass } from './storage-class';

/** An object to apply. */
export interface Applying extends Placed {
  /** Plural of the kind when it is a custom resource. */
  readonly plural?: string | undefined;
  readonly isNamespaced: boolean;
  /** The server refuses the object by itself, so nothing after it can rely on it. */
  readonly isRefused: boolean;
  /** Whether the server could decode a refused object, so that plugins saw it before it was validated. */
  readonly isDecoded?: boolean;
  /** The object is in the cluster already, and the apply changes nothing: then no request is sent. */
  readonly isUnchanged?: boolean;
}

/** What the server answers to an object after those before it. */
export interface Answer extends Placed {
  readonly refusals: readonly Refusal[];
}

/** Applies objects one after the other, each onto what was accepted before. */
export class Rehearsal {
  public readonly applied: Applied;
  /** Objects as they are stored, in the order in which they were accepted. */
  public readonly accepted: Placed[] = [];
  public readonly usage: QuotaUsage;
  private readonly allocated: Allocations;
  private readonly mutating: MutatingPolicies;
  private readonly validating: ValidatingPolicies;
  private readonly notJudged: NotJudgedOfCluster;
  private readonly minor: number;

  public constructor(
    private readonly version: KubernetesVersion,
    cluster: Cluster,
  ) {
    this.applied = new Applied(withDefaults(cluster, version));
    this.minor = minorOf(version);
    this.usage = new QuotaUsage(this.applied, this.version);
    this.allocated = new Allocations(this.applied.all('Service'));
    this.mutating = new MutatingPolicies(this.applied, version);
    this.validating = new ValidatingPolicies(this.applied, this.minor);
    this.notJudged = new NotJudgedOfCluster(this.applied);
  }

  public apply(applying: Applying): Answer {
    const { object, document, isRefused, isNamespaced } = applying;
    if (isRefused && applying.isDecoded !== true) return { object, document, refusals: [] };
    const missing = isNamespaced ? this.missingNamespace(object) : undefined;
    if (missing !== undefined) return { object, document, refusals: [missing] };
    const request = this.requestFor(applying);
    if (isRefused) return { object, document, refusals: this.refusalsBeforeValidation(request) };
    const admitted = applying.isUnchanged === true ? { object: request.object, refusals: [] } : this.admitted(request);
    const placed: Placed = { object: admitted.object, document };
    if (!admitted.refusals.some(isError)) {
      const replaced = this.applied.add(placed);
      this.usage.add(placed.object, replaced);
      this.allocated.add(placed);
      this.accepted.push(placed);
    }
    return { object: placed.object, document, refusals: admitted.refusals };
  }

  /** What the server makes of an object that a controller sends, and what refuses it now. */
  public admit(applying: Sent): Admitted {
    return this.admitted(this.requestFor(applying));
  }

  /** What plugins and policies answer before the server comes to validate an object that is not valid. */
  private refusalsBeforeValidation(request: Request): Refusal[] {
    const created = { ...request, oldObject: undefined };
    return [...refusalsBeforeValidation(request.object, this.applied, false), ...this.failedMutations(created)];
  }

  private requestFor({ object: written, document, plural, isNamespaced }: Sent): Request {
    const object = isKind(written, ...LOOKED_AT) ? defaultedCopy(written, this.version) : written;
    const namespace = isNamespaced ? appliedNamespaceOf(object) : undefined;
    const before = this.applied.find(groupKindOf(object), object.metadata.name, namespace);
    const ofNamespace = namespace === undefined ? undefined : this.applied.find('Namespace', namespace);
    const request = {
      object,
      oldObject: before?.object,
      resource: plural ?? pluralOf(String(object.kind).toLowerCase()),
      namespace,
      namespaceObject: object.kind === 'Namespace' ? object : ofNamespace?.object,
      before,
      document,
      isSeen: false,
    };
    request.isSeen = this.mutating.bound.match(request) || this.validating.bound.match(request);
    const copy = object === written ? this.copyOf(object, request) : object;
    if (namespace !== undefined && copy.metadata.namespace !== namespace) copy.metadata.namespace = namespace;
    return withObject(request, copy);
  }

  /** A copy that plugins can change: as the server would store it, where policies look at it, or else with what plugins look at. */
  private copyOf(object: any, { namespace, isSeen }: Pick<Request, 'namespace' | 'isSeen'>): any {
    if (isSeen) return defaultedCopy(object, this.version);
    if (isKind(object, 'Pod')) return podCopy(object) ?? defaultedCopy(object, this.version);
    const { metadata, spec } = object;
    const isClaim = isKind(object, 'PersistentVolumeClaim');
    // Of other kinds, plugins write only what is missing of these two.
    if (!isClaim && metadata.name !== undefined && metadata.namespace === namespace) return object;
    return { ...object, metadata: { ...metadata }, ...(isClaim && spec && { spec: { ...spec } }) };
  }

  /** The object as plugins and policies change it, and what refuses it now. */
  private admitted(stored: Request): Admitted {
    const { before, document, namespace, isSeen } = stored;
    const terminating =
      namespace !== undefined && before === undefined ? this.terminatingNamespace(stored.object) : undefined;
    if (terminating !== undefined) return { object: stored.object, refusals: [terminating] };
    const allocation = this.allocated.refusals(stored.object);
    const { object, refusals: ofPlugins } = this.byPlugins(stored);
    const request = withObject(stored, object);
    const refusals = [...ownerWarning(before), ...allocation, ...ofPlugins, ...this.notJudged.notes(request)];
    const { metadata } = object;
    if (metadata.name === undefined && metadata.generateName !== undefined) metadata.name = generatedName(object);
    if (isSeen) refusals.push(...this.validating.decisions(request).map(decisionRefusal));
    const quota = namespace === undefined ? undefined : this.quotaRefusal(object, before, document);
    return { object, refusals: quota === undefined ? refusals : [...refusals, quota] };
  }

  private missingNamespace(object: any): Refusal | undefined {
    const namespace = appliedNamespaceOf(object);
    if (!this.applied.lacks('Namespace', namespace)) return undefined;
    const message = `namespaces ${JSON.stringify(namespace)} not found`;
    return { rule: 'admission-namespace', answer: 'NotFound', message, field: 'metadata.namespace', because: [] };
  }

  /** In a namespace that is being deleted, nothing can be created. @see plugin/namespace/lifecycle of k8s.io/apiserver */
  private terminatingNamespace(object: any): Refusal | undefined {
    const namespace = this.applied.find('Namespace', appliedNamespaceOf(object));
    if (namespace?.object.status?.phase !== 'Terminating') return undefined;
    const message = `unable to create new content in namespace ${appliedNamespaceOf(object)} because it is being terminated`;
    return { rule: 'admission-namespace', message, field: '', because: [namespace] };
  }

  private byPlugins(request: Request): Admitted {
    const { object, oldObject, isSeen } = request;
    if (isKind(object, 'Pod') && oldObject === undefined) {
      const mutate = (pod: any) => this.mutate({ ...request, object: pod });
      const admitted = admitPod(object, { applied: this.applied, version: this.version, mutate, isSeen });
      // The server does not warn of what it refuses.
      if (admitted.refusals.some(isError)) return admitted;
      return { ...admitted, refusals: [...admitted.refusals, ...this.warnings(admitted.object)] };
    }
    if (isKind(object, 'PersistentVolumeClaim') && oldObject === undefined) setStorageClass(object, this.applied);
    const { object: mutated, refusals } = this.mutate(request);
    // What plugins look at in a pod cannot change.
    if (isKind(mutated, 'Pod')) return { object: mutated, refusals };
    return { object: mutated, refusals: [...refusals, ...this.byValidatingPlugins(mutated), ...notJudged(mutated)] };
  }

  private byValidatingPlugins(stored: any): Refusal[] {
    if (isKind(stored, 'scheduling.k8s.io/PriorityClass')) {
      const second = secondDefaultPriority(stored, this.applied);
      return second === undefined ? [] : [second];
    }
    if (isKind(stored, 'LimitRange')) return limitConflicts(stored, this.applied);
    if (!isKind(stored, 'PersistentVolumeClaim')) return this.warnings(stored);
    const limitRanges = this.applied.in(appliedNamespaceOf(stored), 'LimitRange');
    return limitRangeRefusals(limitRanges, (limitRange) => claimLimitViolations(stored, limitRange));
  }

  private failedMutations(request: ApplyRequest): Refusal[] {
    return this.mutating.mutated(request).failures.map(mutationRefusal);
  }

  /** The object of a request as policies change it, validated unless it is a pod. */
  private mutate(request: Request): Mutation {
    if (!request.isSeen) return { object: request.object, changedBy: [], refusals: [] };
    const { object, changedBy, failures } = this.mutating.mutated(request);
    const refusals = failures.map(mutationRefusal);
    // A pod is validated after all plugins.
    if (changedBy.length === 0 || isKind(object, 'Pod')) return { object, changedBy, refusals };
    const { findings } = inspectObject(object, { kubernetesVersion: this.version });
    const invalid = findings
      .filter(({ raw }) => raw.severity === 'error')
      .map(
        ({ raw: { path, message } }): Refusal => ({
          rule: 'admission-mutation',
          answer: 'Invalid',
          message: `${kindWithGroup(object)} ${JSON.stringify(object.metadata.name)} is invalid: ${path}: ${message}`,
          field: path,
          because: changedBy,
        }),
      );
    return { object, changedBy, refusals: [...refusals, ...invalid] };
  }

  /** Warnings about the pods of an object, if it has any. */
  private warnings(stored: any): Refusal[] {
    const namespace = this.applied.find('Namespace', appliedNamespaceOf(stored));
    // A pod that is admitted violates nothing, and that pods cannot be created later says more than a warning.
    const meetsLevel = isKind(stored, 'Pod') || controlledReplicas(stored) > 0;
    if (meetsLevel && warnsOfWhatItEnforces(namespace) && this.applied.all(MUTATING).length === 0) return [];
    const warning = podSecurityWarning(stored, namespace, this.minor);
    return warning === undefined ? [] : [warning];
  }

  private quotaRefusal(stored: any, before: Placed | undefined, document: number): Refusal | undefined {
    const refusal = quotaRefusal(stored, this.usage, before?.object, this.minor);
    if (refusal === undefined || refusal.quota.document === document) return undefined;
    const { message, field = '', quota } = refusal;
    return { rule: 'admission-resource-quota', message, field, because: [quota] };
  }
}

/** `Pod`, or `Deployment.apps`. */
function kindWithGroup({ apiVersion, kind }: any): string {
  const group = groupOf(String(apiVersion));
  return group === '' ? kind : `${kind}.${group}`;
}

/** Kinds whose defaults plugins look at. */
const LOOKED_AT = ['Namespace', 'LimitRange'];

/** What a cluster exports has its defaults; a manifest in the place of an export lacks them. */
function withDefaults(cluster: Cluster, version: KubernetesVersion): Cluster {
  if (typeof cluster !== 'object') return cluster;
  const objects = cluster.objects.map((placed) =>
    isKind(placed.object, ...LOOKED_AT) ? { ...placed, object: defaultedCopy(placed.object, version) } : placed,
  );
  return { ...cluster, objects };
}

/** What is sent to the server: an object, and where it comes from. */
type Sent = Pick<Applying, 'object' | 'document' | 'plural' | 'isNamespaced'>;

interface Request extends ApplyRequest {
  /** The object that it replaces. */
  readonly before: Placed | undefined;
  readonly document: number;
  /** Whether policies look at the object. */
  readonly isSeen: boolean;
}

/** The same request after its object was changed. */
function withObject(request: Request, object: any): Request {
  if (object === request.object) return request;
  return { ...request, object, namespaceObject: object.kind === 'Namespace' ? object : request.namespaceObject };
}
