import { podTexts } from './examples';
import { FIELD_SELECTOR_TEXTS } from './field-selectors';

const volumes = podTexts('ValidateVolumes');
const source = podTexts('validateVolumeSource');
const projected = podTexts('validateProjectionSources');

/** The pod's only volume, named `data`, with the given source. */
const volume = (fields: object) => ({ 'spec.volumes': [{ name: 'data', ...fields }] });
const emptyDir = { accepts: volume({ emptyDir: {} }) };
const token = (fields: object) =>
  volume({ projected: { sources: [{ serviceAccountToken: { path: 'token', ...fields } }] } });
const account = { 'spec.serviceAccountName': 'web' };
const configMap = (items: object[]) => volume({ configMap: { name: 'settings', items } });
const claim = (metadata: object) =>
  volume({
    ephemeral: {
      volumeClaimTemplate: {
        metadata,
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    },
  });

export const VOLUME_TEXTS = {
  ...FIELD_SELECTOR_TEXTS,
  'volume-name-required': volumes.required(
    '',
    'Containers mount a volume by its name, so every volume needs one.',
    { 'spec.volumes': [{ emptyDir: {} }] },
    emptyDir,
  ),
  'volume-name-format': volumes.invalid(
    '{detail}',
    'The name of a volume is a DNS label: at most 63 lowercase letters, digits and dashes, with a letter or digit at both ends.',
    { 'spec.volumes': [{ name: 'Data', emptyDir: {} }] },
    emptyDir,
  ),
  'volume-name-duplicate': volumes.duplicate(
    '',
    'Two volumes of one pod must not share a name, because mounts refer to volumes by name.',
    {
      'spec.volumes': [
        { name: 'data', emptyDir: {} },
        { name: 'data', emptyDir: {} },
      ],
    },
    {
      accepts: {
        'spec.volumes': [
          { name: 'data', emptyDir: {} },
          { name: 'more', emptyDir: {} },
        ],
      },
    },
  ),
  'volume-several-sources': source.forbidden(
    'may not specify more than 1 volume type',
    'A volume comes from one place. Keep one source, or make two volumes.',
    volume({ emptyDir: {}, configMap: { name: 'settings' } }),
    emptyDir,
  ),
  'volume-source-required': source.required(
    '{detail}',
    'The source of the volume lacks a field without which it cannot be found.',
    volume({ configMap: {} }),
    { accepts: volume({ configMap: { name: 'settings' } }) },
  ),
  'volume-source-value': source.invalid(
    '{detail}',
    'The value cannot work for this kind of volume; the message says what the field takes.',
    volume({ nfs: { server: 'nfs.example.com', path: 'relative' } }),
    { accepts: volume({ nfs: { server: 'nfs.example.com', path: '/data' } }) },
  ),
  'volume-source-choice': source.notSupported(
    'supported values: {supported}',
    'The field takes one of the supported values; case matters.',
    volume({ hostPath: { path: '/data', type: 'Folder' } }),
    { accepts: volume({ hostPath: { path: '/data', type: 'Directory' } }) },
  ),
  'volume-file-mode': source.invalid(
    'must be a number between 0 and 0777 (octal), both inclusive',
    'The mode of a file is nine bits. Write it in octal with a leading zero in YAML (0644), or as the decimal 420 in JSON.',
    volume({ configMap: { name: 'settings', defaultMode: 1000 } }),
    { accepts: volume({ configMap: { name: 'settings', defaultMode: 420 } }) },
  ),
  'volume-file-path': source.invalid(
    '{detail}',
    'Files of a volume stay inside of it: the path is relative, and no part of it is "..".',
    configMap([{ key: 'a', path: '../a' }]),
    { accepts: configMap([{ key: 'a', path: 'a' }]) },
  ),
  'volume-empty-dir-size': source.forbidden(
    'SizeLimit field must be a valid resource quantity',
    'The size limit of an emptyDir is an amount of bytes, 0 or more.',
    volume({ emptyDir: { sizeLimit: '-1Gi' } }),
    { accepts: volume({ emptyDir: { sizeLimit: '1Gi' } }) },
  ),
  'volume-csi-driver-too-long': source.tooLong(
    'may not be more than 63 bytes',
    'The name of a CSI driver has at most 63 characters.',
    volume({ csi: { driver: `${'a'.repeat(60)}.example.com` } }),
    { accepts: volume({ csi: { driver: 'driver.example.com' } }) },
  ),
  'volume-claim-reused': volumes.invalid(
    'must not reference a PVC that gets created for an ephemeral volume',
    'An ephemeral volume creates a claim named after the pod and the volume. The claim is deleted with the pod, so no other volume may use it.',
    { 'spec.volumes[0].persistentVolumeClaim.claimName': 'web-cache' },
    {
      with: {
        ...volume({ persistentVolumeClaim: { claimName: 'data' } }),
        'spec.volumes[1]': { ...claim({})['spec.volumes'][0], name: 'cache' },
      },
    },
  ),
  'volume-claim-template-metadata': podTexts('ValidateTemplateObjectMeta').forbidden(
    'cannot be set',
    'The claim of an ephemeral volume gets its name from the pod; its template may only carry labels and annotations.',
    claim({ name: 'mine' }),
    { accepts: claim({ labels: { app: 'web' } }) },
  ),
  'volume-claim-template-labels': podTexts('ValidateTemplateObjectMeta').invalid(
    '{detail}',
    'Labels and annotations of the template end up on the claim, so their keys and values must be legal.',
    claim({ labels: { app: 'a b' } }),
    { accepts: claim({ labels: { app: 'web' } }) },
  ),
  'projected-several-sources': projected.forbidden(
    { '1.28': 'may not specify more than 1 volume type', '1.31': 'may not specify more than 1 volume type per source' },
    'Each entry of the list of sources is one source. Write two entries.',
    volume({ projected: { sources: [{ secret: { name: 'a' }, configMap: { name: 'a' } }] } }),
    { accepts: volume({ projected: { sources: [{ secret: { name: 'a' } }, { configMap: { name: 'a' } }] } }) },
  ),
  'projected-paths-conflict': projected.invalid(
    'conflicting duplicate paths',
    'Two sources of one projected volume write the same file. Give one of them another path.',
    { 'spec.volumes[0].projected.sources[1].configMap.items[0].path': 'x' },
    {
      alongside: ['volume-paths-overlap'],
      with: volume({
        projected: {
          sources: [
            { secret: { name: 'a', items: [{ key: 'k', path: 'x' }] } },
            { configMap: { name: 'a', items: [{ key: 'k', path: 'y' }] } },
          ],
        },
      }),
    },
  ),
  'projected-token-expiry': projected.invalid(
    'may not specify a duration {detail}',
    'A projected token lives for at least ten minutes, so that the kubelet can renew it in time.',
    { 'spec.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds': 60 },
    { with: { ...account, ...token({ expirationSeconds: 600 }) } },
  ),
} as const;

export type VolumeRule = keyof typeof VOLUME_TEXTS;
/** Reports what is wrong; the field is relative to the pod spec. */
export type ReportVolume = (id: VolumeRule, field: string, data?: Record<string, unknown>) => void;
