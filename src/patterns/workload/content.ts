import { Construct } from 'constructs';
import { contentHash } from '../../manifest';
import { apiObjectOf } from '../../overlay';
import { Env, type Named, type NamedContainerProps, type PodVolume } from '../../pod';

/** Pod annotation with a hash of the ConfigMaps and Secrets that the pods use. */
export const CONTENT_ANNOTATION = 'checksum/config';

/** The ConfigMaps and Secrets that containers and volumes use, as they were passed. */
export function contentsOf(containers: readonly NamedContainerProps[], volumes: readonly PodVolume[]): Named[] {
  const found = new Set<Named>();
  for (const { env = {}, envFrom = [], mounts = [] } of containers) {
    for (const value of Object.values(env)) {
      if (value instanceof Env && value.content !== undefined) found.add(value.content);
    }
    for (const { content } of envFrom) found.add(content);
    for (const { volume } of mounts) for (const content of volume?.contents ?? []) found.add(content);
  }
  for (const volume of volumes) for (const content of volume.contents) found.add(content);
  return [...found];
}

/**
 * A hash of all ConfigMaps and Secrets that are constructs of this program and can change without a new
 * name; undefined when there are none.
 */
export function hashOfContents(contents: readonly Named[]): string | undefined {
  const data = contents.flatMap((content) => {
    const apiObject = Construct.isConstruct(content) ? apiObjectOf(content) : undefined;
    if (apiObject?.kind !== 'ConfigMap' && apiObject?.kind !== 'Secret') return [];
    const manifest = apiObject.toJson();
    if (manifest.immutable === true) return [];
    return [[manifest.kind, manifest.metadata.name, manifest.data, manifest.stringData, manifest.binaryData]];
  });
  return data.length === 0 ? undefined : contentHash(data);
}
