import { Construct } from 'constructs';
import { contentHash } from '../../manifest';
import { apiObjectOf } from '../../overlay';
import type { UsedObject } from '../../pod';

/** Pod annotation with a hash of the ConfigMaps and Secrets that the pods use. */
export const CONTENT_ANNOTATION = 'checksum/config';

/**
 * A hash of all ConfigMaps and Secrets that are constructs of this program and can change without a new
 * name; undefined when there are none.
 */
export function hashOfContents(used: readonly UsedObject[]): string | undefined {
  const contents = new Set(used.map(({ object }) => object));
  const data = [...contents].flatMap((content) => {
    const apiObject = Construct.isConstruct(content) ? apiObjectOf(content) : undefined;
    if (apiObject?.kind !== 'ConfigMap' && apiObject?.kind !== 'Secret') return [];
    const manifest = apiObject.toJson();
    if (manifest.immutable === true) return [];
    return [[manifest.kind, manifest.metadata.name, manifest.data, manifest.stringData, manifest.binaryData]];
  });
  return data.length === 0 ? undefined : contentHash(data);
}
