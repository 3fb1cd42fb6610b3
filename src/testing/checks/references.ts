import { checkReferences } from '../../references';
import { throwOnErrors } from './checks';
import { type Checkable, manifestOf } from './objects-of';

/**
 * Whatever the objects refer to is among them, or can only come from elsewhere: selectors meet pods, Ingresses meet Services,
 * named ports exist.
 *
 * @throws ManifestAssertionError with all dangling references.
 */
export function assertReferencesOnlyKnownObjects(subject: Checkable): void {
  const manifest = manifestOf(subject);
  const findings = checkReferences(manifest.objects, { external: 'warn' }).map((finding) => ({
    ...finding,
    severity: 'error' as const,
  }));
  throwOnErrors(manifest.located(findings), 'dangling references');
}
