import type { Changes } from '../../rule';

/** The strategies of `pkg/registry/networking`: the status of a new object is not the user's to say. */
export const networkingPreparations: Changes = {
  'io.k8s.api.networking.v1.Ingress': (ingress) => {
    delete ingress.status;
  },
};
