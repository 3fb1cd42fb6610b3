import { isKind } from '../../facts';
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

const PREFIX = 'pod-security.kubernetes.io/';

/** What a namespace demands of its pods: `enforce` refuses them, `warn` warns of them, `audit` is of no concern to users. */
const MODES: Readonly<Record<string, Severity>> = { enforce: 'error', warn: 'warning' };

/** The standards of the namespaces that are part of the input, by name. */
export function standardsOfNamespaces(objects: readonly (DecodedObject | undefined)[]): Map<string, Standard[]> {
  const namespaces = objects.filter((object) => object !== undefined && isKind(object, 'Namespace'));
  return new Map(
    namespaces.map((object) => [String(object!.metadata.name), standardsIn((object!.metadata.labels ?? {}) as Labels)]),
  );
}

type Labels = Readonly<Record<string, string>>;

function standardsIn(labels: Labels): Standard[] {
  return Object.entries(MODES).flatMap(([mode, severity]): Standard[] => {
    const level = labels[`${PREFIX}${mode}`];
    if (level !== 'baseline' && level !== 'restricted') return [];
    const version = /^v1\.(\d+)$/.exec(labels[`${PREFIX}${mode}-version`] ?? '')?.[1];
    return [{ level, severity, ...(version !== undefined && { minor: Number(version) }) }];
  });
}
