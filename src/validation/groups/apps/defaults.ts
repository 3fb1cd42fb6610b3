import type { Changes } from '../../rule';

export const appsDefaults: Changes = {
  'io.k8s.api.apps.v1.DeploymentSpec': (spec) => {
    spec.replicas ??= 1;
    spec.strategy ??= {};
    spec.revisionHistoryLimit ??= 10;
    spec.progressDeadlineSeconds ??= 600;
  },
  'io.k8s.api.apps.v1.DeploymentStrategy': (strategy) => {
    strategy.type ||= 'RollingUpdate';
    if (strategy.type === 'RollingUpdate') {
      strategy.rollingUpdate = { maxUnavailable: '25%', maxSurge: '25%', ...strategy.rollingUpdate };
    }
  },
  'io.k8s.api.apps.v1.ReplicaSetSpec': (spec) => {
    spec.replicas ??= 1;
  },
  'io.k8s.api.apps.v1.DaemonSetSpec': (spec) => {
    spec.updateStrategy ??= {};
    spec.revisionHistoryLimit ??= 10;
  },
  'io.k8s.api.apps.v1.DaemonSetUpdateStrategy': (strategy) => {
    strategy.type ||= 'RollingUpdate';
    if (strategy.type === 'RollingUpdate') {
      strategy.rollingUpdate = { maxUnavailable: 1, maxSurge: 0, ...strategy.rollingUpdate };
    }
  },
  'io.k8s.api.apps.v1.StatefulSetSpec': (spec) => {
    spec.podManagementPolicy ||= 'OrderedReady';
    spec.updateStrategy ??= {};
    spec.persistentVolumeClaimRetentionPolicy ??= {};
    spec.persistentVolumeClaimRetentionPolicy.whenDeleted ||= 'Retain';
    spec.persistentVolumeClaimRetentionPolicy.whenScaled ||= 'Retain';
    spec.replicas ??= 1;
    spec.revisionHistoryLimit ??= 10;
  },
  'io.k8s.api.apps.v1.StatefulSetUpdateStrategy': (strategy) => {
    if (!strategy.type) {
      strategy.type = 'RollingUpdate';
      strategy.rollingUpdate ??= {};
    }
    if (strategy.type === 'RollingUpdate' && strategy.rollingUpdate !== undefined) {
      strategy.rollingUpdate.partition ??= 0;
    }
  },
};
