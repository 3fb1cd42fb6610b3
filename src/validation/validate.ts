import type { KubernetesVersion } from '../facts';
import { type Finding, type InputObject, inputOf, placeOf } from '../findings';
import type { CustomResources } from '../schema';
import { requireArguments } from '../values';
import { overVersions, type VersionedFinding } from './over-versions';

/** What objects are validated against. */
export interface ValidateOptions {
  /** Version, or versions, of the server that would get the objects. */
  readonly kubernetesVersion: KubernetesVersion | readonly KubernetesVersion[];
  /** Custom resources that the server knows. @default none */
  readonly customResources?: CustomResources;
  /**
   * Unknown kinds to accept without checks: `Kind`, `apiVersion/Kind`, or `group/Kind` for all versions.
   * @default none
   */
  readonly allowKinds?: readonly string[];
}

/**
 * Says what kube-apiserver would say about each object, without one: a manifest is refused when a finding of category `api` and
 * severity `error` names it. The order is that of the objects, then of
 * the fields; a finding that several versions share is reported once.
 *
 * Synchronous; reads nothing but the API documents that come with the package.
 *
 * @example
 * validate([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } }], { kubernetesVersion: '1.36' })
 * // [{ path: 'spec.containers', reason: 'FieldValueRequired', … }]
 */
export function validate(objects: readonly unknown[] | readonly InputObject[], options: ValidateOptions): Finding[] {
  requireArguments('validate', {
    objects: [objects, 'an array'],
    options: [options, 'an object with kubernetesVersion'],
  });
  const { kubernetesVersion } = options;
  const versions = typeof kubernetesVersion === 'string' ? [kubernetesVersion] : kubernetesVersion;
  // Rules, decoders and the libraries they need are loaded with the first object that is checked.
  const { validateObject } = require('./validate-object') as typeof import('./validate-object');
  const findings: Finding[] = [];
  objects.forEach((value, index) => {
    const input = inputOf(value);
    const found = overVersions(versions, (version) => validateObject(input.object, version, options));
    findings.push(...found.map((one) => findingOf(one, input, index)));
  });
  return findings;
}

/** A finding about an object of the input, with all that is known of where it came from. */
export function findingOf({ raw, kubernetesVersions }: VersionedFinding, input: InputObject, index: number): Finding {
  const object = (typeof input.object === 'object' && input.object !== null ? input.object : {}) as Record<string, any>;
  const node = placeOf(input, raw.path);
  return {
    rule: raw.rule,
    category: 'api',
    severity: raw.severity,
    reason: raw.reason,
    path: raw.path,
    message: raw.message,
    hint: raw.hint,
    value: raw.value,
    params: raw.params,
    apiVersion: text(object.apiVersion) ?? '',
    kind: text(object.kind) ?? '',
    namespace: text(object.metadata?.namespace),
    name: text(object.metadata?.name),
    constructPath: input.origin?.constructPath,
    file: node?.file,
    line: node?.line,
    column: node?.column,
    document: input.document ?? index,
    kubernetesVersions,
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
