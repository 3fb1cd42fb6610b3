import type { Changes } from '../../rule';

/** The strategy of `pkg/registry/certificates`. */
export const certificatesPreparations: Changes = {
  'io.k8s.api.certificates.v1.CertificateSigningRequest': (request) => {
    delete request.status;
  },
};
