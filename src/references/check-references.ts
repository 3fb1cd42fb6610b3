import { groupOf, type KubernetesVersion, NEWEST_VERSION, resourcesOf } from '../facts';
import { type Finding, internalError, type RawFinding } from '../findings';
import { type DecodedObject, typedObject } from '../validation';
import { requireArguments } from '../values';
import { CLUSTER_KINDS } from './edges';
import { Cluster, type Placed } from './input/cluster';
import { withReadConfig } from './input/collector-config';
import { kindKey } from './input/placed';
import { type Reported, reportsIn } from './reports';
import { reportsAgain } from './reports-again';
import type { Dangling, ReferenceRule } from './rule/reference-rule';

/** Options of `checkReferences`. */
export interface ReferenceOptions {
  /**
   * References to objects that administrators usually provide, such as storage classes, or that a file of one object alone refers
   * to: ignore them, or report them as warnings.
   *
   * @default 'ignore'
   */
  readonly external?: 'ignore' | 'warn';
  /** Objects that are in the cluster and not in the input. @default none */
  readonly known?: readonly object[];
  /** Version for the findings. @default the newest */
  readonly kubernetesVersion?: KubernetesVersion;
}

/** What `checkReferences` does; its own file, which is loaded with all rules at the first call. */
export function checkReferences(objects: readonly unknown[], options: ReferenceOptions = {}): Finding[] {
  requireArguments('checkReferences', { objects: [objects, 'an array'], options: [options, 'an object'] });
  const version = options.kubernetesVersion ?? NEWEST_VERSION;
  const typed = objects.map((object) => {
    const decoded = typedObject(object, version);
    return decoded && { decoded, manifest: object };
  });
  return referenceFindings(typed, [version], options.external ?? 'ignore', options.known);
}

/** A decoded object with its manifest, which has the fields of custom resources that the decoded one lacks. */
export interface DecodedManifest {
  readonly decoded: DecodedObject;
  readonly manifest: unknown;
}

/**
 * The same for objects whose fields have the types of their kinds; an undefined one is left out.
 *
 * @param isRepeated whether objects may be those of the run before, which are not checked again.
 */
export function referenceFindings(
  objects: readonly (DecodedManifest | undefined)[],
  kubernetesVersions: readonly KubernetesVersion[],
  external: 'ignore' | 'warn',
  known: readonly object[] = [],
  isRepeated = false,
): Finding[] {
  const complete = objects.map((one) => one && withCustomFields(one));
  const reports = isRepeated ? reportsAgain(complete, known) : reportsIn(new Cluster(complete, known), complete);
  return reports.flatMap(({ rule, subject, found }): Finding[] => {
    const { object, document } = subject;
    const { apiVersion, kind } = object;
    const { namespace, name } = object.metadata;
    const identity = { apiVersion, kind, document, kubernetesVersions };
    return rawFindings(rule, found, subject, external).map((raw) => ({
      ...raw,
      category: 'reference',
      namespace,
      name,
      ...identity,
    }));
  });
}

/** The decoded object of a built-in kind. Of other kinds only the manifest has the fields. */
export function withCustomFields({ decoded, manifest }: DecodedManifest): DecodedObject {
  if (resourcesOf(groupOf(decoded.apiVersion)) !== undefined) return decoded;
  const { namespace, ...others } = decoded.metadata;
  const metadata = CLUSTER_KINDS.has(kindKey(decoded.apiVersion, decoded.kind)) ? others : decoded.metadata;
  return withReadConfig({ ...(manifest as object), ...decoded, metadata });
}

function rawFindings(
  rule: ReferenceRule,
  found: Reported['found'],
  { object }: Placed,
  external: 'ignore' | 'warn',
): readonly RawFinding[] {
  if ('error' in found) return [internalError(`the rule ${rule.id}`, found.error, object)];
  const isReported = ({ certainty }: Dangling) => certainty !== 'external' || external === 'warn';
  return found.filter(isReported).map(({ field, message, hint, certainty, severity }) => ({
    rule: rule.id,
    severity: severity ?? (certainty === 'wrong' ? 'error' : 'warning'),
    reason: 'DanglingReference',
    path: field,
    message,
    hint: hint ?? rule.hint,
  }));
}
