import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { nameOf } from '../../pod';
import type { WorkloadProps } from './workload-props';

/** The service account of a workload: an existing one, a new one, or, for single pods, the default one of the namespace. */
export function serviceAccountOf(
  scope: Construct,
  { serviceAccount }: WorkloadProps,
  kind: { readonly serviceAccount?: 'own' | 'default' },
  metadata: { readonly name: string; readonly namespace?: string; readonly labels: Record<string, string> },
): kplus.IServiceAccount {
  if (Construct.isConstruct(serviceAccount)) return serviceAccount as unknown as kplus.IServiceAccount;
  if (serviceAccount === undefined && kind.serviceAccount !== 'default') {
    return new kplus.ServiceAccount(scope, 'ServiceAccount', { metadata });
  }
  const name = serviceAccount === undefined ? 'default' : nameOf(serviceAccount);
  return kplus.ServiceAccount.fromServiceAccountName(scope, 'ServiceAccount', name);
}
