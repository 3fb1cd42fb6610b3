import type { Changes } from '../../rule';

/** The strategy of kube-aggregator `pkg/registry/apiservice`. */
export const apiregistrationPreparations: Changes = {
  'io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService': (apiService) => {
    delete apiService.status;
  },
};
