import type { Finding } from '../findings';
import type { PolicyOptions } from './check-policy';

/**
 * Checks objects against the Pod Security Standards and best practices.
 *
 * @param objects plain manifests; they are checked together, because a NetworkPolicy or an autoscaler affects other objects.
 * @example
 * checkPolicy(manifests, { podSecurity: 'restricted', practices: true });
 */
export function checkPolicy(objects: readonly unknown[], options: PolicyOptions = {}): Finding[] {
  const policy = require('./check-policy') as typeof import('./check-policy');
  return policy.checkPolicy(objects, options);
}
