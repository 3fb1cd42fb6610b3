import { isKind, podSecurityOf } from '../../facts';
import type { Severity } from '../../findings';
import type { DecodedObject } from '../../validation';
import type { PodSecurityLevel } from '../policy-rule';

/** A level that pods must pass, and where it is from. */
export interface Standard {
  readonly level: PodSecurityLevel;
  /** Version of the standards that the namespace asks for, 36 for 1.36. @default that of the server */
  readonly minor?: number;
  readonly severity: Severity;
}

/** What a namespace demands of its pods: `enforce` refuses them, `warn` warns of them, `audit` is of no concern to users. */
const MODES = { enforce: 'error', warn: 'warning' } as const;

/** The standards of the namespaces that are part of the input, by name. */
export function standardsOfNamespaces(objects: readonly (DecodedObject | undefined)[]): Map<string, Standard[]> {
  const namespaces = objects.filter((object) => object !== undefined && isKind(object, 'Namespace'));
  return new Map(namespaces.map((object) => [String(object!.metadata.name), standardsIn(object)]));
}

function standardsIn(namespace: unknown): Standard[] {
  return (['enforce', 'warn'] as const).flatMap((mode): Standard[] => {
    const { level, version = '' } = podSecurityOf(namespace, mode) ?? {};
    if (level === undefined || level === 'privileged') return [];
    const minor = /^v1\.(\d+)$/.exec(version)?.[1];
    return [{ level, severity: MODES[mode], ...(minor !== undefined && { minor: Number(minor) }) }];
  });
}
