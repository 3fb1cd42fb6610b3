import type { Finding, InputObject } from '../findings';
import type { CheckOptions, ManifestInput } from './check-options';

// Rules, which are most of the package, are loaded with the first check.

/**
 * Checks manifests as `CheckedApp`, the plugin for cdk8s-cli, `cdk8s-patterns validate` and the testing kit do: what
 * kube-apiserver of each version refuses, what kubectl apply refuses, duplicates, dangling references and, where asked for, policies.
 * Custom resources are known when they are defined in the input, given by `options`, or part of the package.
 *
 * An object that cannot be checked is a finding of that object; all others are checked. Findings are in the order of the
 * objects. Synchronous; reads nothing but the directories of `options.crds`.
 *
 * @param objects manifests, or manifests with what is known of where they came from. Lists are taken apart, as kubectl does.
 * @param progress called before each object with the number of objects that are done.
 * @throws PropsError for options that are not known or not valid, and Error when a directory of `crds` cannot be read.
 * @example
 * checkManifests([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } }], { kubernetesVersion: ['1.28', '1.36'] });
 * // [{ rule: 'pod-containers-required', path: 'spec.containers', kubernetesVersions: ['1.28', '1.36'], … }]
 */
export function checkManifests(
  objects: readonly unknown[] | readonly (InputObject | ManifestInput)[],
  options: CheckOptions = {},
  progress?: (done: number, total: number) => void,
): Finding[] {
  const check = require('./check-manifests') as typeof import('./check-manifests');
  return check.checkManifests(objects, options, progress);
}

/** Rules that the options leave out; an acknowledgement of one of them is not unused. */
export function skippedRules(options: CheckOptions): string[] {
  const acknowledgements = require('./acknowledgements') as typeof import('./acknowledgements');
  return acknowledgements.skippedRules(options);
}
