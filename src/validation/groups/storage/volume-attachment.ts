import { byteLength, dns1123Subdomain } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { DRIVER_NAME_LIMIT, driverNameProblems } from './csi-node';
import { volumeAttachment } from './examples';

const text = textsFor('ValidateVolumeAttachment (pkg/apis/storage/validation)', volumeAttachment);

export const volumeAttachmentRules = rules(
  'io.k8s.api.storage.v1.VolumeAttachmentSpec',
  {
    'volume-attachment-driver-required': text.required(
      '',
      'An attachment is made by a driver, whose name is required.',
      {
        'spec.attacher': '',
      },
    ),
    'volume-attachment-driver-too-long': text.tooLong(
      `may not be more than ${DRIVER_NAME_LIMIT} bytes`,
      'The name of a driver becomes part of paths and labels, and so has at most 63 characters.',
      { 'spec.attacher': 'a'.repeat(DRIVER_NAME_LIMIT + 1) },
    ),
    'volume-attachment-driver': text.invalid(
      '{detail}',
      'The name of a driver is a DNS subdomain; uppercase letters are allowed.',
      { 'spec.attacher': 'csi_example' },
    ),
    'volume-attachment-node': text.invalid(
      '{detail}',
      'Nodes are objects, and the name of a Node is a DNS subdomain.',
      {
        'spec.nodeName': 'Node',
      },
    ),
    'volume-attachment-source-required': text.required(
      '{detail}',
      'An attachment is of one volume: a PersistentVolume by its name, or one that is written inline.',
      { 'spec.source': {} },
    ),
    'volume-attachment-source-ambiguous': text.forbidden(
      'must specify exactly one of inlineVolumeSpec and persistentVolumeName',
      'An attachment is of one volume, not of two.',
      {
        'spec.source.inlineVolumeSpec': {
          accessModes: ['ReadWriteOnce'],
          capacity: { storage: '1Gi' },
          csi: { driver: 'csi.example.com', volumeHandle: 'data' },
        },
      },
    ),
    'volume-attachment-volume': text.invalid(
      '{detail}',
      'PersistentVolumes are objects, and their names are DNS subdomains.',
      {
        'spec.source.persistentVolumeName': 'Data',
      },
    ),
  },
  (node, report) => {
    const { attacher = '', nodeName = '', source = {} } = node.value;
    const { required, format } = fieldChecks(report);
    required('volume-attachment-driver-required', 'attacher', attacher);
    if (byteLength(attacher) > DRIVER_NAME_LIMIT) report('volume-attachment-driver-too-long', 'attacher');
    format('volume-attachment-driver', 'attacher', attacher, (name) => driverNameProblems(name, node.minor));
    format('volume-attachment-node', 'nodeName', nodeName, dns1123Subdomain);
    const { inlineVolumeSpec, persistentVolumeName } = source;
    if (inlineVolumeSpec !== undefined && persistentVolumeName !== undefined) {
      report('volume-attachment-source-ambiguous', 'source');
      node.skip('source');
    } else if (inlineVolumeSpec === undefined && persistentVolumeName === undefined) {
      report('volume-attachment-source-required', 'source', {
        detail: 'must specify exactly one of inlineVolumeSpec and persistentVolumeName',
      });
    } else if (persistentVolumeName === '') {
      report('volume-attachment-source-required', 'source.persistentVolumeName', {
        detail: 'must specify non empty persistentVolumeName',
      });
    }
    if (persistentVolumeName === undefined) return;
    format('volume-attachment-volume', 'source.persistentVolumeName', persistentVolumeName, dns1123Subdomain);
  },
);
