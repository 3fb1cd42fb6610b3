import { gatesOf } from '../../../facts';
import type { Changes } from '../../rule';

const withoutStatus = (object: { status?: unknown }): void => {
  delete object.status;
};

/** The one group of snapshots that dataSource, the older field, may name. */
const SNAPSHOTS = 'snapshot.storage.k8s.io';

/** Fills each of the two fields for the source of the data from the other. */
function alignDataSources(spec: any): void {
  // Feature gate CrossNamespaceVolumeDataSource, off by default in all versions.
  if (spec.dataSourceRef?.namespace) delete spec.dataSourceRef;
  const { dataSource, dataSourceRef } = spec;
  if (dataSource !== undefined && dataSourceRef === undefined) {
    const { kind, apiGroup = '' } = dataSource;
    const isKnown =
      (kind === 'PersistentVolumeClaim' && apiGroup === '') || (kind === 'VolumeSnapshot' && apiGroup === SNAPSHOTS);
    if (isKnown) spec.dataSourceRef = { ...dataSource };
    else delete spec.dataSource;
  } else if (dataSourceRef !== undefined && dataSource === undefined) {
    const { namespace, ...reference } = dataSourceRef;
    spec.dataSource = reference;
  }
}

/** What the server clears and fills in core kinds other than pods. */
export const coreObjectPreparations: Changes = {
  'io.k8s.api.core.v1.Service': (service, place) => {
    delete service.status;
    service.spec ??= {};
    const { spec } = service;
    if (!gatesOf(place.minor).has('ServiceTrafficDistribution')) delete spec.trafficDistribution;
    if (spec.clusterIP && (spec.clusterIPs ?? []).length === 0) spec.clusterIPs = [spec.clusterIP];
  },
  'io.k8s.api.core.v1.Secret': (secret) => {
    for (const [key, text] of Object.entries(secret.stringData ?? {})) {
      secret.data ??= {};
      secret.data[key] = Buffer.from(String(text ?? ''), 'utf8').toString('base64');
    }
  },
  'io.k8s.api.core.v1.PersistentVolume': (volume, place) => {
    delete volume.status;
    // Feature gate VolumeAttributesClass, on from 1.34.
    if (!gatesOf(place.minor).has('VolumeAttributesClass')) delete volume.spec?.volumeAttributesClassName;
  },
  'io.k8s.api.core.v1.PersistentVolumeClaim': (claim, place) => {
    if (place.parent !== undefined) return;
    delete claim.status;
    claim.spec ??= {};
    if (!gatesOf(place.minor).has('VolumeAttributesClass')) delete claim.spec.volumeAttributesClassName;
    alignDataSources(claim.spec);
  },
  'io.k8s.api.core.v1.Namespace': withoutStatus,
  'io.k8s.api.core.v1.NodeSpec': (spec) => {
    // podCIDR is the older field, and wins.
    if (spec.podCIDR && spec.podCIDR !== spec.podCIDRs?.[0]) spec.podCIDRs = [spec.podCIDR];
  },
  'io.k8s.api.core.v1.ResourceQuota': withoutStatus,
  'io.k8s.api.core.v1.ReplicationController': withoutStatus,
};
