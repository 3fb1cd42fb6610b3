import type { Construct } from 'constructs';
import type { PodSelector } from '../../network';
import { createdBy } from '../../props';
import type { Naming } from '../naming';
import { NetworkPolicy, type NetworkPolicyRules } from '../network/network-policy';
import type { IngressRule } from '../network/policy-rules';
import type { WorkloadProps } from './workload-props';

/** Denies all connections of the pods except those that are declared. @param exposed peers that can connect because the workload is exposed. */
export function isolation(
  workload: Construct & PodSelector,
  { appName, instance, component, partOf, labels }: WorkloadProps,
  { name, namespace, labels: ownLabels }: Naming,
  rules: NetworkPolicyRules,
  exposed: readonly IngressRule[],
): NetworkPolicy {
  const create = () =>
    new NetworkPolicy(workload, 'NetworkPolicy', {
      ...{ name, namespace, appName, instance, component, partOf, labels },
      version: ownLabels['app.kubernetes.io/version'],
      ...rules,
      // An empty array of the user is kept: it states that no client is meant to connect.
      ingress: exposed.length === 0 ? rules.ingress : [...exposed, ...(rules.ingress ?? [])],
      pods: workload,
    });
  // The user counts the rules without those before them.
  return createdBy('networkPolicy', create, (path) =>
    path.replace(/^ingress\[(\d+)\]/, (_, index) => `ingress[${Number(index) - exposed.length}]`),
  );
}
