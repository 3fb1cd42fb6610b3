import type { Changes } from '../../rule';

/** `pkg/apis/networking/v1/defaults.go` */
export const networkingDefaults: Changes = {
  'io.k8s.api.networking.v1.NetworkPolicyPort': (port) => {
    port.protocol ??= 'TCP';
  },
  'io.k8s.api.networking.v1.NetworkPolicySpec': (spec) => {
    if ((spec.policyTypes ?? []).length > 0) return;
    spec.policyTypes = (spec.egress ?? []).length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
  },
  'io.k8s.api.networking.v1.IngressClassParametersReference': (parameters) => {
    parameters.scope ??= 'Cluster';
  },
};
