import type { Changes } from '../../rule';

/** kube-aggregator `pkg/apis/apiregistration/v1/defaults.go` */
export const apiregistrationDefaults: Changes = {
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference': (service) => {
    service.port ??= 443;
  },
};
