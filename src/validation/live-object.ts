import { GENERATED_UID, type KubernetesVersion, minorOf } from '../facts';
import { type CustomResources, loadKubernetesDocument } from '../schema';
import { applyDefaults, applyPreparations, applyStoredForms } from './apply-changes';
import { liveCustomResource } from './custom-resources';
import { decodedCopy, findingsOfDecoding, shapeOf } from './decode';
import { canonicalize } from './equality';
import { groupsOf } from './groups';
import { prepareMetadata } from './groups/meta';
import { identify } from './identify';

/** Stand for what the server chooses for each object. */
const GENERATED_METADATA = {
  uid: GENERATED_UID,
  resourceVersion: '1',
  creationTimestamp: '2006-01-02T15:04:05Z',
};

/**
 * The object in the cluster after it was created from a manifest: defaults and generated values are filled in, and the controllers
 * have done their part where updates depend on it: a claim is bound. An exported object keeps its own metadata and status.
 *
 * @returns undefined for a kind that this version does not have, and for an object that it cannot decode.
 */
export function liveObject(
  object: Readonly<Record<string, any>>,
  version: KubernetesVersion,
  customResources?: CustomResources,
): any {
  const document = loadKubernetesDocument(version);
  const identity = identify(document, object);
  if ('findings' in identity) {
    const custom = customResources?.find(String(object.apiVersion), String(object.kind));
    const live = custom && liveCustomResource(custom, document, object, minorOf(version));
    if (live !== undefined) Object.assign(live.metadata, GENERATED_METADATA, exported(object.metadata));
    return live;
  }
  const { name, scope } = identity.definition;
  const minor = minorOf(version);
  const unreadable = findingsOfDecoding(document, name, object);
  if (unreadable.some(({ reason }) => reason === 'BadRequest')) return undefined;
  const live = decodedCopy(object, shapeOf(document, name)) as any;
  const { status, metadata = {} } = structuredClone({ status: live.status, metadata: live.metadata }) as any;
  applyDefaults(document, name, live, minor);
  prepareMetadata(live, name, scope!, minor);
  applyPreparations(document, name, live, minor);
  Object.assign(live.metadata, GENERATED_METADATA, exported(metadata));
  if (metadata.uid !== undefined && status !== undefined) live.status = status;
  for (const { generated } of groupsOf(name)) generated?.[name]?.(live, minor);
  applyStoredForms(document, name, live, minor);
  canonicalize(document, name, live);
  return live;
}

/** Metadata that only the server sets, of an object that was read from a cluster. */
function exported(metadata: any): object {
  const { uid, resourceVersion, creationTimestamp, deletionTimestamp, deletionGracePeriodSeconds, generation } =
    metadata;
  if (uid === undefined) return {};
  const all = { uid, resourceVersion, creationTimestamp, deletionTimestamp, deletionGracePeriodSeconds, generation };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
