import type { Changes } from '../../rule';

/** The strategies of `pkg/registry/admissionregistration`. */
export const admissionregistrationPreparations: Changes = {
  'io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy': (policy) => {
    delete policy.status;
  },
};
