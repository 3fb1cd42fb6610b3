import { type KubernetesVersion, standInOf } from '../facts';
import type { Finding } from '../findings';
import type { DecodedObject } from './decoded';
import { typedObject } from './on-demand';

/** A finding about the pods of what stands in for a custom resource, where the custom resource has them; none for any other. */
export function ofCustomResource(object: any, specPath: string, finding: Finding): Finding[] {
  if (!finding.path.startsWith('spec.template.')) return [];
  const path = `${specPath}${finding.path.slice('spec'.length)}`;
  return [{ ...finding, path, apiVersion: object.apiVersion, kind: object.kind }];
}

/** Objects with the types of their kinds, and custom resources as the built-in objects that have their pods. */
export interface TypedPods {
  readonly typed: readonly (DecodedObject | undefined)[];
  /** A finding where the custom resource has it. */
  readonly moved: (finding: Finding) => Finding[];
}

/** What checks of pods alone look at. */
export function typedPods(objects: readonly unknown[], version: KubernetesVersion): TypedPods {
  const standIns = objects.map(standInOf);
  const moved = (finding: Finding): Finding[] => {
    const standIn = standIns[finding.document ?? -1];
    return standIn === undefined ? [finding] : ofCustomResource(objects[finding.document!], standIn.specPath, finding);
  };
  return { typed: objects.map((object, index) => typedObject(standIns[index]?.object ?? object, version)), moved };
}
