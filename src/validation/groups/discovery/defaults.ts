import type { Changes } from '../../rule';

/** `pkg/apis/discovery/v1/defaults.go` */
export const discoveryDefaults: Changes = {
  'io.k8s.api.discovery.v1.EndpointPort': (port) => {
    port.name ??= '';
    port.protocol ??= 'TCP';
  },
};
