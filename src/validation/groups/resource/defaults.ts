import type { Change, Changes } from '../../rule';

const request: Change = (value) => {
  value.allocationMode ||= 'ExactCount';
  if (value.allocationMode === 'ExactCount') value.count ||= 1;
};

/** `pkg/apis/resource/v1/defaults.go`, but for times. */
export const resourceDefaults: Changes = {
  'io.k8s.api.resource.v1.ExactDeviceRequest': request,
  'io.k8s.api.resource.v1.DeviceSubRequest': request,
  'io.k8s.api.resource.v1.DeviceToleration': (toleration) => {
    toleration.operator ||= 'Equal';
  },
};
