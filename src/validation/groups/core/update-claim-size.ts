import { GENERATED_UID, RESIZE_REFUSAL, storageClassOf } from '../../../facts';
import { compareQuantities, parseQuantity } from '../../../values';
import { updateRules, updateTextsFor } from '../../rule';
import { boundClaim } from './storage-examples';

const text = updateTextsFor('persistentVolumeClaimResize (plugin/pkg/admission/storage/persistentvolume/resize)', {
  ...boundClaim,
  spec: { ...boundClaim.spec, storageClassName: '' },
});

/** What admission has against the size of a claim. Whether a named class lets its volumes grow is in another object. */
export const claimSizeUpdateRules = updateRules(
  'io.k8s.api.core.v1.PersistentVolumeClaim',
  {
    'claim-without-class-grows': text.forbidden(
      RESIZE_REFUSAL,
      'A claim of the empty class is bound to a volume that was created by hand. Only volumes of a StorageClass with allowVolumeExpansion: true can grow.',
      'keep the size, or create a claim with a storageClassName under a new name and copy the data',
      { 'spec.resources.requests.storage': '20Gi' },
    ),
  },
  ({ before, after }, report) => {
    const [old, now] = [before, after].map((claim) => storageClassOf(claim) ?? classWithoutName(before));
    const [was, is] = [before, after].map(({ spec }) => parseQuantity(spec?.resources?.requests?.storage ?? '0'));
    if (was === undefined || is === undefined || compareQuantities(is, was) <= 0) return;
    if (old === '' || now === '') report('claim-without-class-grows', 'spec.resources.requests.storage');
  },
);

/** A default StorageClass may have named the class of a claim of which only the manifest is known. */
function classWithoutName({ metadata }: any): string | undefined {
  return metadata.uid === GENERATED_UID ? undefined : '';
}
