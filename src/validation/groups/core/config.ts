import { byteLength, configMapKey } from '../../../values';
import { fieldChecks, rules } from '../../rule';
import { object } from './examples';

const LARGEST = 1024 * 1024;

const configMap = (fields: object) => object('ConfigMap', fields);

/** Bytes that a base64 text stands for. */
export function decodedLength(base64: unknown): number {
  // The server takes a list of numbers for bytes too.
  if (Array.isArray(base64)) return base64.length;
  if (typeof base64 !== 'string') return 0;
  const digits = base64.replace(/[\s=]/g, '').length;
  return Math.floor((digits * 3) / 4);
}

/** Keys and size of a ConfigMap. */
export const configMapRules = rules(
  'io.k8s.api.core.v1.ConfigMap',
  {
    'config-map-key': {
      reason: 'FieldValueInvalid',
      message: '{detail}',
      why: 'Keys become file names and variables: letters, digits, dots, hyphens and underscores, at most 253, and not starting with "..". A slash is not possible; say with items where the file goes.',
      source: 'ValidateConfigMap (pkg/apis/core/validation)',
      refused: configMap({ data: { 'conf.d/app.conf': '' } }),
      accepted: configMap({ data: { 'app.conf': '' } }),
    },
    'config-map-key-twice': {
      reason: 'FieldValueInvalid',
      message: 'duplicate of key present in binaryData',
      why: 'data and binaryData fill the same files, so a key can be in one of them only.',
      source: 'ValidateConfigMap (pkg/apis/core/validation)',
      refused: configMap({ data: { logo: 'text' }, binaryData: { logo: 'AAAA' } }),
      accepted: configMap({ data: { text: 'text' }, binaryData: { logo: 'AAAA' } }),
    },
    'config-map-too-large': {
      reason: 'FieldValueTooLong',
      message: `may not be more than ${LARGEST} bytes`,
      why: 'An object must fit into etcd, the database of the cluster. Put large files into an image or a volume.',
      source: 'ValidateConfigMap (pkg/apis/core/validation)',
      refused: configMap({ data: { large: 'a'.repeat(LARGEST + 1) } }),
      accepted: configMap({ data: { large: 'a'.repeat(1024) } }),
    },
  },
  (node, report) => {
    const { format } = fieldChecks(report);
    const { data = {}, binaryData = {} } = node.value;
    let size = 0;
    for (const [key, value] of Object.entries(data)) {
      format('config-map-key', `data[${key}]`, key, configMapKey);
      if (Object.hasOwn(binaryData, key)) report('config-map-key-twice', `data[${key}]`, { value: key });
      size += byteLength(String(value ?? ''));
    }
    for (const [key, value] of Object.entries(binaryData)) {
      format('config-map-key', `binaryData[${key}]`, key, configMapKey);
      size += decodedLength(value);
    }
    // The server names the object so.
    if (size > LARGEST) report('config-map-too-large', '[]');
  },
);
