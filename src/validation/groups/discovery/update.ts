import { hasChange } from '../../../facts';
import { IMMUTABLE, immutable, type Tolerances, updateRules, updateTextsFor } from '../../rule';
import { endpointSlice } from './examples';

const text = updateTextsFor('ValidateEndpointSliceUpdate (pkg/apis/discovery/validation)', endpointSlice);

export const endpointSliceUpdateRules = updateRules(
  'io.k8s.api.discovery.v1.EndpointSlice',
  {
    'endpoint-slice-address-type-immutable': text.invalid(
      IMMUTABLE,
      'All addresses of a slice are of one type; for another type there is another slice.',
      'create another EndpointSlice under a new name',
      { addressType: 'FQDN', endpoints: [{ addresses: ['a.example.com'] }] },
    ),
  },
  (node, report) => immutable(node, report, 'endpoint-slice-address-type-immutable', 'addressType'),
);

export const discoveryTolerances: Tolerances = {
  'io.k8s.api.discovery.v1.EndpointSlice': ({ path }, { minor, same }) =>
    hasChange(minor, 'EndpointsKept') && path.startsWith('endpoints') && same('endpoints'),
};
