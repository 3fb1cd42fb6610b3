import { factsOfDefinition, holds } from '../../../facts';
import { pathSegmentPrefix } from '../../../values';
import { IMMUTABLE, type Tolerances, updateRules, updateTextsFor } from '../../rule';
import { CONFIG_MAP } from './examples';

/** Stands for every kind. */
const EVERY_KIND = '*';
const EXPORTED = {
  ...CONFIG_MAP,
  metadata: { ...CONFIG_MAP.metadata, uid: '6c6db26e-8f34-4fd1-9b1a-5c3e3f0f7c0b', resourceVersion: '41' },
};
const DELETED = {
  ...EXPORTED,
  metadata: { ...EXPORTED.metadata, deletionTimestamp: '2026-01-02T15:04:05Z', finalizers: ['example.com/cleanup'] },
};

const text = updateTextsFor(
  'ValidateObjectMetaAccessorUpdate (apimachinery pkg/api/validation/objectmeta.go)',
  EXPORTED,
);
const deleted = updateTextsFor('ValidateNoNewFinalizers (apimachinery pkg/api/validation/objectmeta.go)', DELETED);
const conflict = updateTextsFor('Store.Update (apiserver pkg/registry/generic/registry/store.go)', EXPORTED);

/** Metadata of every object that is updated. */
export const metadataUpdateRules = updateRules(
  EVERY_KIND,
  {
    'update-conflict': {
      ...conflict.invalid(
        'the object has been modified; please apply your changes to the latest version and try again',
        'A manifest with metadata.resourceVersion, as exports have it, is only accepted while the object still has that version.',
        'remove metadata.resourceVersion from the manifest',
        { 'metadata.resourceVersion': '40' },
      ),
      reason: 'Conflict',
    },
    'metadata-uid-immutable': text.invalid(
      IMMUTABLE,
      'The server gives each object its uid. An object that was deleted and created again has another one, and an exported manifest still has the old.',
      'remove metadata.uid from the manifest',
      { 'metadata.uid': '00000000-1111-4222-8333-444444444444' },
    ),
    'metadata-grace-period-immutable': text.invalid(
      IMMUTABLE,
      'The server sets the field when an object is deleted.',
      'remove metadata.deletionGracePeriodSeconds from the manifest',
      { 'metadata.deletionGracePeriodSeconds': 30 },
    ),
    'metadata-deletion-timestamp-immutable': text.invalid(
      IMMUTABLE,
      'The server sets the field when an object is deleted. An exported manifest of an object that was being deleted still has it.',
      'remove metadata.deletionTimestamp from the manifest',
      { 'metadata.deletionTimestamp': '2026-01-02T15:04:05Z' },
    ),
    'metadata-finalizers-added': deleted.forbidden(
      'no new finalizers can be added if the object is being deleted, found new finalizers {finalizers}',
      'An object that is being deleted is only kept until its finalizers are gone, so none can be added.',
      'wait until the object is deleted, and create it again',
      { 'metadata.finalizers': ['example.com/cleanup', 'example.com/other'] },
    ),
  },
  ({ before, after, same }, report) => {
    if (after.metadata.resourceVersion !== before.metadata.resourceVersion) report('update-conflict', '');
    if (!same('metadata.uid')) report('metadata-uid-immutable', 'metadata.uid');
    if (!same('metadata.deletionTimestamp')) {
      report('metadata-deletion-timestamp-immutable', 'metadata.deletionTimestamp');
    }
    if (!same('metadata.deletionGracePeriodSeconds')) {
      report('metadata-grace-period-immutable', 'metadata.deletionGracePeriodSeconds');
    }
    if (before.metadata.deletionTimestamp === undefined) return;
    const known: readonly string[] = before.metadata.finalizers ?? [];
    const added = (after.metadata.finalizers ?? []).filter((finalizer: string) => !known.includes(finalizer)).sort();
    if (added.length === 0) return;
    const finalizers = `[]string{${added.map((finalizer: string) => JSON.stringify(finalizer)).join(', ')}}`;
    report('metadata-finalizers-added', 'metadata.finalizers', { finalizers });
  },
);

/** What cannot be a part of a URL is refused for every kind (`BeforeUpdate` of apiserver pkg/registry/rest). */
export const metadataTolerances: Tolerances = {
  [EVERY_KIND]: ({ rule }, { after, definition, minor }) =>
    rule === 'metadata-generate-name' &&
    holds(factsOfDefinition(definition).keepsName, minor) &&
    pathSegmentPrefix(after.metadata.generateName).length === 0,
};
