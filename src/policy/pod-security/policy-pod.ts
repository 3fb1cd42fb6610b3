import { containersOf, hasChange, minorOf, type PodTemplate, securityContextsOf } from '../../facts';
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

/** The minor version of a label such as `v1.30`; that of the server for `latest`, none, or a newer one. */
export function podSecurityVersion(label: string | undefined, server: number): number {
  return label === undefined || label === 'latest' ? server : Math.min(minorOf(label.slice(1)), server);
}
