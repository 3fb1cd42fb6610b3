import type { UpdateChanges } from '../../rule';

/** The strategy of `pkg/registry/certificates`: what was requested never changes, and an update is silent about it. */
export const certificatesUpdatePreparations: UpdateChanges = {
  'io.k8s.api.certificates.v1.CertificateSigningRequest': (after, before) => {
    after.spec = before.spec;
  },
};
