import type { Change, Changes } from '../../rule';

/** Taints of devices, counters and shared devices are on by default from 1.36 on. */
const ALL_ON = 36;

const request: Change = (value, place) => {
  if (place.minor < ALL_ON) {
    delete value.tolerations;
    delete value.capacity;
  }
};

/** The strategies of `pkg/registry/resource`, which clear the fields of features that are off. */
export const resourcePreparations: Changes = {
  'io.k8s.api.resource.v1.ResourceClaim': (claim) => {
    delete claim.status;
  },
  'io.k8s.api.resource.v1.ExactDeviceRequest': request,
  'io.k8s.api.resource.v1.DeviceSubRequest': request,
  'io.k8s.api.resource.v1.DeviceConstraint': (constraint, place) => {
    if (place.minor < ALL_ON) delete constraint.distinctAttribute;
  },
  'io.k8s.api.resource.v1.DeviceClassSpec': (spec, place) => {
    if (place.minor < ALL_ON) delete spec.extendedResourceName;
  },
  'io.k8s.api.resource.v1.ResourceSliceSpec': (spec, place) => {
    if (place.minor >= ALL_ON) return;
    delete spec.sharedCounters;
    delete spec.perDeviceNodeSelection;
  },
  'io.k8s.api.resource.v1.Device': (device, place) => {
    delete device.nodeAllocatableResourceMappings;
    if (place.minor >= ALL_ON) return;
    for (const field of SHARED_DEVICE_FIELDS) delete device[field];
  },
  'io.k8s.api.resource.v1.DeviceCapacity': (capacity, place) => {
    if (place.minor < ALL_ON) delete capacity.requestPolicy;
  },
  'io.k8s.api.resource.v1.DeviceAttribute': (attribute) => {
    for (const field of ['bools', 'ints', 'strings', 'versions']) delete attribute[field];
  },
};

const SHARED_DEVICE_FIELDS = [
  'taints',
  'consumesCounters',
  'nodeName',
  'nodeSelector',
  'allNodes',
  'bindingConditions',
  'bindingFailureConditions',
  'bindsToNode',
  'allowMultipleAllocations',
];
