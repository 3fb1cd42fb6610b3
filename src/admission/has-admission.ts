import { groupKindOf, isKind } from '../facts';
import { enforcesSecrets } from './pods/service-accounts';

/** Kinds that change what the server answers to others. */
const IN_FORCE = [
  'LimitRange',
  'ResourceQuota',
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'node.k8s.io/RuntimeClass',
  'scheduling.k8s.io/PriorityClass',
];

/** Whether any of the objects changes what the server answers to others; else there is nothing to rehearse. */
export function hasAdmission(objects: readonly (object | undefined)[]): boolean {
  // A namespace of the input has a level, and no accounts but those of the input.
  return objects.some(
    (object) =>
      object !== undefined &&
      (IN_FORCE.includes(groupKindOf(object)) ||
        isKind(object, 'Namespace') ||
        (isKind(object, 'ServiceAccount') && enforcesSecrets(object)) ||
        asksForAllocation(object)),
  );
}

/** A Service with a port or address that another one may have. */
function asksForAllocation(object: any): boolean {
  if (!isKind(object, 'Service')) return false;
  const { clusterIP, ports, healthCheckNodePort } = object.spec ?? {};
  return (
    (healthCheckNodePort ?? 0) !== 0 ||
    (typeof clusterIP === 'string' && clusterIP !== '' && clusterIP !== 'None') ||
    (Array.isArray(ports) && ports.some((port: any) => (port?.nodePort ?? 0) !== 0))
  );
}
