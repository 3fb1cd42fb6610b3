import type { KubernetesVersion } from '../facts';
import type { RawFinding } from '../findings';
import { type DecodedObject, decodedObject } from './decoded';
import { furtherFindings, stopsServer } from './further-findings';
import { overVersions, type VersionedFinding } from './over-versions';
import type { ValidateOptions } from './validate';
import { validateObject } from './validate-object';

/** What is known of one object after the rules of every version. */
export interface Inspection {
  readonly findings: readonly VersionedFinding[];
  /**
   * The object with the types of its kind, for checks that look at several objects: as the newest version that knows the kind
   * decodes it, without the fields that it cannot decode. Undefined when nothing can be made of it.
   */
  readonly decoded: DecodedObject | undefined;
  /** The decoded object is not what was written: a field had a wrong type. What is found in it is only a note. */
  readonly isRepaired: boolean;
}

/** Checks one object against every version, and looks beyond wrong types and unknown fields, as notes. */
export function inspectObject(object: unknown, options: ValidateOptions): Inspection {
  const { kubernetesVersion } = options;
  const versions = typeof kubernetesVersion === 'string' ? [kubernetesVersion] : kubernetesVersion;
  const check = (value: unknown, version: KubernetesVersion) => validateObject(value, version, options);
  let decoded: DecodedObject | undefined;
  let isRepaired = false;
  const inVersion = (version: KubernetesVersion): readonly RawFinding[] => {
    const found = check(object, version);
    if (typeof object !== 'object' || object === null || Array.isArray(object)) return found;
    const manifest = object as Record<string, unknown>;
    if (!found.some(stopsServer)) {
      keep(decodedObject(manifest, version), false);
      return found;
    }
    const { notes, repaired } = furtherFindings(manifest, version, found, check);
    keep(
      repaired && decodedObject(repaired, version),
      found.some(({ reason }) => reason === 'BadRequest'),
    );
    return [...found, ...notes];
  };
  const findings = overVersions(versions, inVersion);
  return { findings, decoded, isRepaired };

  function keep(copy: DecodedObject | undefined, repaired: boolean): void {
    if (copy !== undefined) [decoded, isRepaired] = [copy, repaired];
  }
}
