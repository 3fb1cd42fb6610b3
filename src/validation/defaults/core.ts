import type { Changes } from '../changes';

export const coreDefaults: Changes = {
  'io.k8s.api.core.v1.PodSpec': (spec) => {
    spec.restartPolicy ??= 'Always';
  },
};
