import { qualifiedName } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { object } from './examples';

const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];
const ENFORCE_MOUNTABLE_SECRETS = 'kubernetes.io/enforce-mountable-secrets';

/** What holds up the deletion of a Namespace. */
export const namespaceRules = rules(
  'io.k8s.api.core.v1.NamespaceSpec',
  {
    'namespace-finalizer': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'A finalizer is "kubernetes", or a name with the domain of the controller that removes it. A finalizer that no controller removes blocks the deletion of the Namespace.',
      source: 'validateFinalizerName (pkg/apis/core/validation)',
      refused: object('Namespace', { spec: { finalizers: ['cleanup'] } }),
      accepted: object('Namespace', { spec: { finalizers: ['example.com/cleanup'] } }),
    },
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    for (const finalizer of node.value.finalizers ?? []) {
      format('namespace-finalizer', 'finalizers', finalizer, qualifiedName);
      if (!finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer)) {
        const detail = 'name is neither a standard finalizer name nor is it fully qualified';
        report('namespace-finalizer', 'finalizers', { detail, value: finalizer });
      }
    }
  },
);

/** ServiceAccounts, which the server takes nearly as they are. */
export const serviceAccountRules = rules(
  'io.k8s.api.core.v1.ServiceAccount',
  {
    'service-account-mountable-secrets': {
      reason: 'Warning',
      severity: 'warning',
      message: `metadata.annotations[${ENFORCE_MOUNTABLE_SECRETS}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets`,
      why: 'The annotation never kept pods from reading Secrets in other ways. Namespaces do.',
      source: 'warnIfHasEnforceMountableSecretsAnnotation (pkg/registry/core/serviceaccount)',
      since: '1.32',
      refused: {
        ...object('ServiceAccount'),
        metadata: { name: 'web', annotations: { [ENFORCE_MOUNTABLE_SECRETS]: 'true' } },
      },
      accepted: object('ServiceAccount'),
    },
  },
  (node, report) => {
    if (node.value.metadata?.annotations?.[ENFORCE_MOUNTABLE_SECRETS] !== undefined) {
      report('service-account-mountable-secrets', `metadata.annotations[${ENFORCE_MOUNTABLE_SECRETS}]`);
    }
  },
);
