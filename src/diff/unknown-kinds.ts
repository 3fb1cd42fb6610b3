import { type KubernetesVersion, NEWEST_VERSION } from '../facts';
import type { InputObject } from '../findings';
import { type CustomResources, definitionOfKind, explainUnknownKind, loadKubernetesDocument } from '../schema';
import type { DiffIssue, Position } from './types';

interface Known {
  readonly kubernetesVersion?: KubernetesVersion | undefined;
  readonly customResources: CustomResources;
  /** Unknown kinds that are not reported: `Kind` or `apiVersion/Kind`. */
  readonly allowKinds: readonly string[];
}

/** Kinds whose objects are compared as they are written, since nothing is known of them: each once, at its first object. */
export function unknownKinds(
  inputs: readonly InputObject[],
  { kubernetesVersion = NEWEST_VERSION, customResources, allowKinds }: Known,
  positionOf: (input: InputObject) => Position | undefined,
): DiffIssue[] {
  const document = loadKubernetesDocument(kubernetesVersion);
  const seen = new Set<string>();
  return inputs.flatMap((input) => {
    const { apiVersion, kind } = input.object as { apiVersion: string; kind: string };
    const name = `${apiVersion}/${kind}`;
    if (seen.has(name) || allowKinds.includes(kind) || allowKinds.includes(name)) return [];
    seen.add(name);
    if (definitionOfKind(document, apiVersion, kind)?.scope !== undefined) return [];
    if (customResources.find(apiVersion, kind) !== undefined) return [];
    const { message, hint } = explainUnknownKind(document, apiVersion, kind, customResources);
    const help = hint === undefined ? '' : ` (${hint})`;
    return [
      { side: 'after' as const, message: `${message}: compared as it is written${help}`, position: positionOf(input) },
    ];
  });
}
