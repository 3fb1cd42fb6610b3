import { gatesOf } from '../../src/facts';

/** From the versioned specs of pkg/features/kube_features.go of Kubernetes 1.36.3. */
test.each([
  // Alpha in 1.32, on as beta from 1.34 on.
  ['PodLevelResources', [34, 35, 36]],
  // Beta but off in 1.31 and 1.32.
  ['ProcMountType', [33, 34, 35, 36]],
  // GA before 1.0, off by default from 1.33 on.
  ['GitRepoVolumeDriver', [28, 29, 30, 31, 32]],
  ['AllowServiceExternalIPs', [28, 29, 30, 31, 32, 33, 34, 35, 36]],
  // Alpha to this day.
  ['CrossNamespaceVolumeDataSource', []],
  // From the comments of 1.30: alpha 1.28, beta 1.29, GA 1.30; the gate itself is gone since.
  ['PodHostIPs', [29, 30, 31, 32, 33, 34, 35, 36]],
] as const)('%s is on in %p', (gate, minors) => {
  const all = [28, 29, 30, 31, 32, 33, 34, 35, 36];
  expect(all.filter((minor) => gatesOf(minor).has(gate))).toEqual(minors);
});
