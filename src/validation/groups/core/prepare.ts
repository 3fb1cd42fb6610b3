import { gatesOf } from '../../../facts';
import { setOwnField } from '../../../values';
import type { Changes } from '../../rule';

const withoutStatus = (object: { status?: unknown }): void => {
  delete object.status;
};

/** The one group of snapshots that dataSource, the older field, may name. */
const SNAPSHOTS = 'snapshot.storage.k8s.io';

/** `EnforceDataSourceBackwardsCompatibility`: the older field names claims and snapshots only. */
export function dropUnknownSource(spec: any): void {
  if (spec.dataSource === undefined || spec.dataSourceRef !== undefined) return;
  const { kind, apiGroup = '' } = spec.dataSource;
  const isKnown =
    (kind === 'PersistentVolumeClaim' && apiGroup === '') || (kind === 'VolumeSnapshot' && apiGroup === SNAPSHOTS);
  if (!isKnown) delete spec.dataSource;
}

/** `NormalizeDataSources`: fills each of the two fields for the source of the data from the other. */
export function alignDataSources(spec: any): void {
  const { dataSource, dataSourceRef } = spec;
  if (dataSource !== undefined && dataSourceRef === undefined) spec.dataSourceRef = { ...dataSource };
  else if (dataSourceRef !== undefined && dataSource === undefined && !dataSourceRef.namespace) {
    spec.dataSource = { ...dataSourceRef };
    delete spec.dataSource.namespace;
  }
}

/** Text that is only written, fields that the server writes even when they are empty, and those that it does not return. */
export const coreStoredForms: Changes = {
  'io.k8s.api.core.v1.Secret': (secret) => {
    delete secret.stringData;
  },
  'io.k8s.api.core.v1.Event': (event) => {
    event.reportingComponent ??= '';
    event.reportingInstance ??= '';
  },
  // Defaults of another type stay in the store, and are left out when it is read.
  'io.k8s.api.core.v1.Service': ({ spec }) => {
    if (spec?.type === 'ExternalName') delete spec.internalTrafficPolicy;
  },
};

/** What the server clears and fills in core kinds other than pods. */
export const coreObjectPreparations: Changes = {
  'io.k8s.api.core.v1.Service': (service, node) => {
    delete service.status;
    service.spec ??= {};
    const { spec } = service;
    if (!gatesOf(node.minor).has('ServiceTrafficDistribution')) delete spec.trafficDistribution;
    if (spec.clusterIP && (spec.clusterIPs ?? []).length === 0) spec.clusterIPs = [spec.clusterIP];
  },
  'io.k8s.api.core.v1.Secret': (secret) => {
    for (const [key, text] of Object.entries(secret.stringData ?? {})) {
      secret.data ??= {};
      setOwnField(secret.data, key, Buffer.from(String(text ?? ''), 'utf8').toString('base64'));
    }
  },
  'io.k8s.api.core.v1.PersistentVolume': (volume, node) => {
    delete volume.status;
    // Feature gate VolumeAttributesClass, on from 1.34.
    if (volume.metadata?.uid === undefined && !gatesOf(node.minor).has('VolumeAttributesClass')) {
      delete volume.spec?.volumeAttributesClassName;
    }
  },
  'io.k8s.api.core.v1.PersistentVolumeClaim': (claim, node) => {
    if (node.parent !== undefined) return;
    delete claim.status;
    claim.spec ??= {};
    // They are for pods. Only 1.28 has the field.
    delete claim.spec.resources?.claims;
    // An object with a uid is in the cluster already; what an update clears depends on what was there.
    if (claim.metadata?.uid !== undefined) return;
    if (!gatesOf(node.minor).has('VolumeAttributesClass')) delete claim.spec.volumeAttributesClassName;
    // Feature gate CrossNamespaceVolumeDataSource, off by default in all versions.
    if (claim.spec.dataSourceRef?.namespace) delete claim.spec.dataSourceRef;
    dropUnknownSource(claim.spec);
    alignDataSources(claim.spec);
  },
  'io.k8s.api.core.v1.Namespace': (namespace) => {
    withoutStatus(namespace);
    namespace.spec ??= {};
    const { finalizers = [] } = namespace.spec;
    if (!finalizers.includes('kubernetes')) namespace.spec.finalizers = [...finalizers, 'kubernetes'];
  },
  'io.k8s.api.core.v1.ServiceAccount': (account) => {
    // cleanSecretReferences of pkg/registry/core/serviceaccount.
    for (const [index, { name }] of (account.secrets ?? []).entries()) account.secrets[index] = { name };
  },
  'io.k8s.api.core.v1.NodeSpec': (spec) => {
    // podCIDR is the older field, and wins.
    if (spec.podCIDR && spec.podCIDR !== spec.podCIDRs?.[0]) spec.podCIDRs = [spec.podCIDR];
    if (spec.podCIDRs?.[0]) spec.podCIDR = spec.podCIDRs[0];
    // Settings of the kubelet in the cluster are gone; the strategy clears the field.
    delete spec.configSource;
  },
  'io.k8s.api.core.v1.ResourceQuota': withoutStatus,
  'io.k8s.api.core.v1.ReplicationController': withoutStatus,
};
