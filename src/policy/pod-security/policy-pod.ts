import { containersOf, hasChange, type PodTemplate } from '../../facts';
import type { PolicyPod } from '../policy-rule';

/**
 * Prepares the data that the controls use.
 *
 * @param minor version of the Pod Security Standards, 36 for 1.36.
 * @param serverMinor version of the server, which can apply the standards of an older one.
 */
export function policyPodOf(template: PodTemplate, minor: number, serverMinor: number): PolicyPod {
  return {
    ...template,
    containers: containersOf(template.spec),
    minor,
    serverMinor,
    windows: template.spec.os?.name === 'windows',
    userNamespace: template.spec.hostUsers === false && hasChange(minor, 'UserNamespacePods'),
  };
}
