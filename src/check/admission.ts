import { type AdmissionFinding, type Applying, admissionFindings, type Cluster, hasAdmission } from '../admission';
import { appliedNamespaceOf, type KubernetesVersion, minorOf } from '../facts';
import { type Finding, internalError, type RawFinding } from '../findings';
import { formatPath } from '../origin';
import { customResourceCopy, type DecodedObject } from '../validation';
import type { CheckOptions, ManifestInput } from './check-options';
import type { FoundAt } from './found';
import type { KnownCluster, LiveObjects, LiveUpdate } from './ground';
import { objectFinding } from './object-finding';
import { type Context, scopeOf } from './scope';
import { whereIs } from './where-is';

/** What is known of an object before it is applied. */
export interface ToApply {
  readonly object: DecodedObject | undefined;
  /** Minor versions whose servers refuse the object by itself. */
  readonly refusedBy: ReadonlySet<number>;
  /** Those whose servers cannot decode it, so that no admission plugin sees it. */
  readonly undecodableIn: ReadonlySet<number>;
}

/** Objects to apply, and the cluster that they are applied to. */
export interface ToRehearse {
  readonly objects: readonly ToApply[];
  readonly inputs: readonly ManifestInput[];
  readonly options: Pick<CheckOptions, 'cluster' | 'applyMode' | 'podSecurity'>;
  /** The cluster of the options, when files describe it. */
  readonly known: KnownCluster | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** What the server answers to each object after those before it, and over the object of its name in the cluster. */
export function rehearsalFindings(toRehearse: ToRehearse, context: Context): FoundAt[] {
  const { objects, options, known } = toRehearse;
  const { cluster = 'assumed' } = options;
  if (cluster === 'assumed' && !hasAdmission(objects.map(({ object }) => object))) return [];
  const updates = new Updates(toRehearse, context);
  return context.versions.flatMap((version) => {
    const planned = objects.map((_, document) => updates.of(document, version));
    const ground: Cluster = known ?? (cluster as 'assumed' | 'empty');
    const found = admissionFindings(applying(toRehearse, planned, context, minorOf(version)), version, ground);
    return [
      ...planned.flatMap((update, document) => updateFindings(update, document, version)),
      ...found.filter(isNew).map(({ document, raw, because }): FoundAt => {
        const hint = [raw.hint, ...because.map((cause) => causeText(cause, document))]
          .filter((part) => part !== undefined)
          .join('; ');
        return at(document, version, { ...raw, category: 'admission', hint });
      }),
    ];
  });

  /** Policies report what a Namespace of the input, or the level of the options, warns of: with the fields and how to fix them. */
  function isNew({ raw, because }: AdmissionFinding): boolean {
    if (raw.rule !== 'admission-pod-security-warning') return true;
    const { podSecurity = 'privileged' } = options;
    const { level, version } = raw.params ?? {};
    const isOfOptions = version === 'latest' && (level === podSecurity || podSecurity === 'restricted');
    return !isOfOptions && because.some((document) => document < 0);
  }

  function updateFindings(update: PlannedUpdate | undefined, document: number, version: KubernetesVersion): FoundAt[] {
    if (update === undefined) return [];
    return update.findings
      .filter(({ severity }) => severity === 'error')
      .map((raw) => {
        const hint = [raw.hint, causeText(update.document, document)].filter((part) => part !== undefined).join('; ');
        return at(document, version, { ...raw, category: raw.rule.startsWith('apply-') ? 'apply' : 'api', hint });
      });
  }

  function at(document: number, version: KubernetesVersion, raw: RawFinding & Pick<Finding, 'category'>): FoundAt {
    return { index: document, finding: objectFinding(objects[document]!.object!, [version], raw) };
  }

  /** `LimitRange "limits" is defined at limits.yaml:1:1`, with the namespace where it is another one. */
  function causeText(document: number, ofFinding: number): string {
    const ofCluster = known?.objects[-1 - document]?.object;
    const { kind, metadata } = ofCluster ?? objects[document]!.object!;
    const own = objects[ofFinding]!.object!;
    const isBeside = metadata.namespace === undefined || metadata.namespace === own.metadata.namespace;
    const subject = `${kind} ${JSON.stringify(metadata.name)}${isBeside ? '' : ` in namespace ${metadata.namespace}`}`;
    if (ofCluster === undefined) return `${subject} is defined ${whereIs(toRehearse.inputs[document]!, document)}`;
    const { file, line, column } = known!.locate(document)!;
    return `${subject} is in the cluster: ${formatPath(file)}:${line}:${column}`;
  }
}

interface PlannedUpdate extends LiveUpdate {
  /** Position of the object in the cluster. */
  readonly document: number;
}

/** Updates of objects that are in the cluster. */
class Updates {
  private readonly live: LiveObjects | undefined;

  public constructor(
    private readonly toRehearse: ToRehearse,
    private readonly context: Context,
  ) {
    if (toRehearse.known === undefined) return;
    // Programs without the files of a cluster never load the rules of updates.
    const { LiveObjects } = require('./ground/live-objects') as typeof import('./ground/live-objects');
    this.live = new LiveObjects(toRehearse.known, context.customResources);
  }

  public of(document: number, version: KubernetesVersion): PlannedUpdate | undefined {
    const { objects, inputs, options } = this.toRehearse;
    const { object, refusedBy } = objects[document]!;
    if (this.live === undefined || object === undefined || refusedBy.has(minorOf(version))) return undefined;
    const isCluster = scopeOf(object, this.context) === 'Cluster';
    const namespace = isCluster ? undefined : appliedNamespaceOf(object);
    const placed = this.live.find(object, namespace);
    if (placed === undefined) return undefined;
    const next = inputs[document]!.object as Record<string, unknown>;
    try {
      const update = this.live.update(placed.object, next, version, options.applyMode ?? 'client');
      return { ...update, document: placed.document };
    } catch (error) {
      // The others are still judged.
      const findings = [internalError('the update of the object in the cluster', error, object)];
      return { after: object, isUnchanged: false, findings, document: placed.document };
    }
  }
}

function applying(
  { objects, inputs }: ToRehearse,
  updates: readonly (PlannedUpdate | undefined)[],
  context: Context,
  minor: number,
): Applying[] {
  return objects.flatMap(({ object, refusedBy, undecodableIn }, document): Applying[] => {
    if (object === undefined) return [];
    const custom = context.customResources.find(object.apiVersion, object.kind);
    const update = updates[document];
    const isRefused = refusedBy.has(minor) || update?.findings.some(({ severity }) => severity === 'error') === true;
    return [
      {
        // Of custom resources, decoding keeps the metadata alone.
        object:
          custom === undefined
            ? (update?.after ?? object)
            : { ...customResourceCopy(inputs[document]!.object as Fields, custom.schema), metadata: object.metadata },
        document,
        plural: custom?.document.names.plural,
        isNamespaced: scopeOf(object, context) !== 'Cluster',
        isRefused,
        isDecoded: !undecodableIn.has(minor),
        isUnchanged: update?.isUnchanged ?? false,
      },
    ];
  });
}
