import { type Applying, admissionFindings, hasAdmission } from '../admission';
import { minorOf } from '../facts';
import type { DecodedObject } from '../validation';
import type { CheckOptions, ManifestInput } from './check-options';
import type { FoundAt } from './found';
import { objectFinding } from './object-finding';
import { type Context, scopeOf } from './scope';
import { whereIs } from './where-is';

/** What is known of an object before it is applied. */
export interface ToApply {
  readonly object: DecodedObject | undefined;
  /** Minor versions whose servers refuse the object by itself. */
  readonly refusedBy: ReadonlySet<number>;
}

/** What the admission plugins answer to each object after those before it. */
export function rehearsalFindings(
  objects: readonly ToApply[],
  inputs: readonly ManifestInput[],
  context: Context,
  cluster: CheckOptions['cluster'] = 'assumed',
): FoundAt[] {
  if (cluster === 'assumed' && !hasAdmission(objects.map(({ object }) => object))) return [];
  return context.versions.flatMap((version) =>
    admissionFindings(applying(objects, inputs, context, minorOf(version)), version, cluster).map(
      ({ document, raw, because }): FoundAt => {
        const causes = because.map((cause) => causeText(objects[cause]!.object!, inputs[cause]!, cause));
        const hint = [raw.hint, ...causes].filter((part) => part !== undefined).join('; ');
        const refusal = { ...raw, category: 'admission' as const, hint };
        return { index: document, finding: objectFinding(objects[document]!.object!, [version], refusal) };
      },
    ),
  );
}

function applying(
  objects: readonly ToApply[],
  inputs: readonly ManifestInput[],
  context: Context,
  minor: number,
): Applying[] {
  return objects.flatMap(({ object, refusedBy }, document): Applying[] => {
    if (object === undefined) return [];
    const custom = context.customResources.find(object.apiVersion, object.kind);
    return [
      {
        // Of custom resources, decoding keeps the metadata alone.
        object: custom === undefined ? object : { ...(inputs[document]!.object as object), metadata: object.metadata },
        document,
        plural: custom?.document.names.plural,
        isNamespaced: scopeOf(object, context) !== 'Cluster',
        isRefused: refusedBy.has(minor),
      },
    ];
  });
}

/** `LimitRange "limits" is defined at limits.yaml:1:1` */
function causeText({ kind, metadata }: DecodedObject, input: ManifestInput, index: number): string {
  return `${kind} ${JSON.stringify(metadata.name)} is defined ${whereIs(input, index)}`;
}
