import type { Changes } from '../changes';

/** The strategy of `pkg/registry/certificates`. */
export const certificatesPreparations: Changes = {
  'io.k8s.api.certificates.v1.CertificateSigningRequest': (request) => {
    delete request.status;
  },
};
