import { type FeatureGate, gatesOf, hasChange } from '../../../facts';
import type { Change, Changes } from '../../rule';

/** Deletes the fields of features that are off in the version that is checked. */
const clear =
  (fieldsByGate: Partial<Record<FeatureGate, readonly string[]>>): Change =>
  (value, { minor }) => {
    const gates = gatesOf(minor);
    for (const [gate, fields] of Object.entries(fieldsByGate)) {
      if (gates.has(gate as FeatureGate)) continue;
      for (const field of fields) delete value[field];
    }
  };

const clearCapacity = clear({ DRAConsumableCapacity: ['capacity'] });
const clearDistinctAttribute = clear({ DRAConsumableCapacity: ['distinctAttribute'] });
const clearTolerations = clear({ DRADeviceTaints: ['tolerations'] });

const request: Change = (value, context) => {
  clearCapacity(value, context);
  if (hasChange(context.minor, 'DeviceFieldsCleared')) clearTolerations(value, context);
};

/** The strategies of `pkg/registry/resource`, which clear the fields of features that are off. */
export const resourcePreparations: Changes = {
  'io.k8s.api.resource.v1.ResourceClaim': (claim) => {
    delete claim.status;
  },
  'io.k8s.api.resource.v1.ExactDeviceRequest': request,
  'io.k8s.api.resource.v1.DeviceSubRequest': request,
  'io.k8s.api.resource.v1.DeviceConstraint': (value, context) => {
    if (hasChange(context.minor, 'DeviceFieldsCleared')) clearDistinctAttribute(value, context);
  },
  'io.k8s.api.resource.v1.DeviceClassSpec': clear({ DRAExtendedResource: ['extendedResourceName'] }),
  'io.k8s.api.resource.v1.ResourceSliceSpec': clear({
    DRAPartitionableDevices: ['sharedCounters', 'perDeviceNodeSelection'],
  }),
  'io.k8s.api.resource.v1.Device': clear({
    DRADeviceTaints: ['taints'],
    DRAPartitionableDevices: ['consumesCounters', 'nodeName', 'nodeSelector', 'allNodes'],
    DRADeviceBindingConditions: ['bindingConditions', 'bindingFailureConditions', 'bindsToNode'],
    DRAConsumableCapacity: ['allowMultipleAllocations'],
    DRANodeAllocatableResources: ['nodeAllocatableResourceMappings'],
  }),
  'io.k8s.api.resource.v1.DeviceCapacity': clear({ DRAConsumableCapacity: ['requestPolicy'] }),
  'io.k8s.api.resource.v1.DeviceAttribute': clear({ DRAListTypeAttributes: ['bools', 'ints', 'strings', 'versions'] }),
};
