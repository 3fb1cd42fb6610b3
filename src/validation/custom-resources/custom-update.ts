import type { CustomResource, KubernetesDocument } from '../../schema';
import { valueAfter } from '../../values';
import { metadataUpdateRules, prepareMetadata } from '../groups/meta';
import type { CheckedUpdate, UpdateNode } from '../rule';
import { updateWalk } from '../walk';
import { readResource, valueFindings } from './custom-resource';
import { CUSTOM_RESOURCE } from './metadata-rules';

/** The object in the cluster after a custom resource was created; undefined when it cannot be read. */
export function liveCustomResource(
  resource: CustomResource,
  document: KubernetesDocument,
  object: Readonly<Record<string, any>>,
  minor: number,
): any {
  const read = readResource(resource, document, object);
  if (Array.isArray(read)) return undefined;
  const { copy } = read;
  prepareMetadata(copy, CUSTOM_RESOURCE, resource.scope, minor);
  return copy;
}

/** What the server says about an update of a custom resource: its schema, transition rules, and what is kept of before. */
export function updateCustomResource(
  resource: CustomResource,
  document: KubernetesDocument,
  before: Readonly<Record<string, any>>,
  after: Readonly<Record<string, any>>,
  minor: number,
): CheckedUpdate {
  const read = readResource(resource, document, after);
  if (Array.isArray(read)) return { findings: read, stored: undefined };
  const { copy } = read;
  if (before.status !== undefined && resource.served.subresources.includes('status')) copy.status = before.status;
  for (const field of ['uid', 'resourceVersion', 'creationTimestamp', 'generation', 'namespace']) {
    copy.metadata[field] ??= before.metadata[field];
    if (copy.metadata[field] === undefined) delete copy.metadata[field];
  }
  const same = (field: string) => {
    const [old, now] = [before, copy].map((object) => valueAfter(object, field.split('.')));
    return JSON.stringify(old) === JSON.stringify(now);
  };
  const node: UpdateNode = {
    ...{ before, after: copy, minor, definition: CUSTOM_RESOURCE, same },
    equal: (_, left, right) => JSON.stringify(left) === JSON.stringify(right),
  };
  const findings = [
    ...updateWalk(document, [metadataUpdateRules], node),
    ...valueFindings(resource, copy, before, minor),
  ];
  return { findings, stored: copy };
}
