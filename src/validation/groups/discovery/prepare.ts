import { gatesOf } from '../../../facts';
import type { Changes } from '../../rule';

/** The strategy of `pkg/registry/discovery/endpointslice`. */
export const discoveryPreparations: Changes = {
  'io.k8s.api.discovery.v1.Endpoint': (endpoint, node) => {
    delete endpoint.deprecatedTopology;
    // Gate PreferSameTrafficDistribution.
    if (!gatesOf(node.minor).has('PreferSameTrafficDistribution') && endpoint.hints !== undefined)
      delete endpoint.hints.forNodes;
  },
};
