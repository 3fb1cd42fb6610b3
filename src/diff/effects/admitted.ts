import { admissionFindings, hasAdmission } from '../../admission';
import type { KubernetesVersion } from '../../facts';
import { type CustomResources, definitionOfKind, loadKubernetesDocument } from '../../schema';
import { type DecodedObject, typedObject } from '../../validation';
import type { Consequence } from '../types';

/** What says that a controller cannot create the pods of its workload. */
const RULES = ['pods-never-created', 'pods-exceed-quota'];

/** What decides about kinds and their defaults. */
export interface Server {
  readonly kubernetesVersion: KubernetesVersion;
  readonly customResources: CustomResources;
}

/** An object with what it was before, undefined for a new one. */
interface Kept {
  readonly before: any;
  readonly after: any;
}

/**
 * Workloads that stay and can no longer get their pods, because of their namespace, its limits, quotas and policies or of themselves:
 * the server accepts them and the pods that run, and refuses those that replace them.
 */
export function admissionEffects(
  before: readonly any[],
  after: readonly any[],
  kept: readonly Kept[],
  server: Server,
): ReadonlyMap<any, readonly Consequence[]> {
  if (!hasAdmission(after)) return new Map();
  const refused = refusalsOf(after, server);
  if (refused.size === 0) return new Map();
  const refusedBefore = refusalsOf(before, server);
  return new Map(
    kept.map((pair) => {
      const known = new Set(refusedBefore.get(pair.before)?.map(({ rule }) => rule));
      return [pair.after, (refused.get(pair.after) ?? []).filter(({ rule }) => !known.has(rule))];
    }),
  );
}

function refusalsOf(objects: readonly any[], server: Server): Map<any, Consequence[]> {
  const { kubernetesVersion } = server;
  const applying = objects.flatMap((written, document) => {
    const object = withoutStatus(typedObject(written, kubernetesVersion));
    if (object === undefined || isControlled(object)) return [];
    return [{ object, document, isNamespaced: isNamespaced(object, server), isRefused: false }];
  });
  const found = new Map<any, Consequence[]>();
  for (const { document, raw, because } of admissionFindings(applying, kubernetesVersion)) {
    const { rule, path, message } = raw;
    if (!RULES.includes(rule)) continue;
    const causes = because.map((one) => `${objects[one].kind} ${JSON.stringify(objects[one].metadata.name)}`);
    const hint = [raw.hint, ...causes.map((cause) => `or change ${cause}`)].join(', ');
    const consequence: Consequence = {
      effect: 'breaks',
      rule,
      path,
      message,
      hint: `${hint}; pods that run stay until they are replaced`,
    };
    found.set(objects[document], [...(found.get(objects[document]) ?? []), consequence]);
  }
  return found;
}

/** What an export has used of a quota is counted from the objects of each side. */
function withoutStatus(object: DecodedObject | undefined): DecodedObject | undefined {
  return object && { ...object, status: undefined };
}

/** Whether a controller made the object, which an export then has beside that of the controller. */
function isControlled({ metadata }: DecodedObject): boolean {
  return metadata.ownerReferences?.some((owner: any) => owner.controller === true) === true;
}

function isNamespaced({ apiVersion, kind }: DecodedObject, { kubernetesVersion, customResources }: Server): boolean {
  const definition = definitionOfKind(loadKubernetesDocument(kubernetesVersion), apiVersion, kind);
  return (definition?.scope ?? customResources.find(apiVersion, kind)?.scope) !== 'Cluster';
}
