import type { Address } from '../../e2e/server/connection';
import { applyStack } from './apply-stack';

const metadata = { name: 'watched-parameters' };
const apiVersion = 'admissionregistration.k8s.io/v1';

/**
 * Has the server watch ConfigMaps as parameters until it stops. When the last policy with such parameters is deleted, the server
 * stops to watch them, and later policies find none of those created since (seen on 1.36.3: stacks that differ one after
 * another on a server do not differ on a server of their own, nor with this policy).
 */
export async function watchParameters(server: Address): Promise<void> {
  const nothing = { apiGroups: ['example.com'], apiVersions: ['v1'], operations: ['CREATE'], resources: ['nothing'] };
  const policy = {
    apiVersion,
    kind: 'ValidatingAdmissionPolicy',
    metadata,
    spec: {
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      matchConstraints: { resourceRules: [nothing] },
      validations: [{ expression: 'true' }],
    },
  };
  const binding = {
    apiVersion,
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata,
    spec: {
      policyName: metadata.name,
      paramRef: { name: 'none', namespace: 'default', parameterNotFoundAction: 'Allow' },
      validationActions: ['Deny'],
    },
  };
  await applyStack(server, { namespace: 'default', objects: [policy, binding] }, { remove: false });
}
