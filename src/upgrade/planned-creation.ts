import type { KubernetesVersion } from '../facts';
import type { Finding } from '../findings';
import type { CustomResources } from '../schema';
import { validate } from '../validation';

/** Findings about a kind as a whole. */
const ABOUT_KINDS = ['unknown-kind'];

/** Why the server does not create an object. Of kinds that are not known, nothing is. */
export function refusedCreation(
  object: unknown,
  kubernetesVersion: KubernetesVersion,
  customResources: CustomResources,
): Finding[] {
  return validate([object], { kubernetesVersion, customResources }).filter(
    ({ severity, rule }) => severity === 'error' && !ABOUT_KINDS.includes(rule),
  );
}
