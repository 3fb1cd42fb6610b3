import { containersOf, hasChange, type PodTemplate, securityContextsOf } from '../../facts';
import type { PodSecurityRule, PolicyPod } from '../policy-rule';

/** Standards from 1.25 on do not ask pods of Windows for what Windows does not have. */
const WINDOWS_EXEMPT = 25;

/** The controls that a version of the standards has. */
export function controlsIn(rules: readonly PodSecurityRule[], minor: number): readonly PodSecurityRule[] {
  return rules.filter(({ standardsSince = 0 }) => standardsSince <= minor);
}

/**
 * Prepares the data that the controls use.
 *
 * @param minor version of the Pod Security Standards, 36 for 1.36.
 * @param serverMinor version of the server, which can apply the standards of an older one.
 */
export function policyPodOf(template: PodTemplate, minor: number, serverMinor: number): PolicyPod {
  const { metadata, spec, path, specPath } = template;
  const containers = containersOf(spec);
  return {
    metadata,
    spec,
    path,
    specPath,
    containers,
    securityContexts: securityContextsOf(spec, containers),
    minor,
    serverMinor,
    windows: spec.os?.name === 'windows' && minor >= WINDOWS_EXEMPT,
    userNamespace: spec.hostUsers === false && hasChange(minor, 'UserNamespacePods'),
  };
}
