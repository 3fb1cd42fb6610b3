import { hasChange } from '../../../facts';
import { byteLength, dns1123Subdomain, MUST_NOT_BE_NEGATIVE, qualifiedName } from '../../../values';
import { fieldChecks, rules, textsFor } from '../../rule';
import { csiNode } from './examples';

const NODE_ID_LIMIT = 256;
/** Longest name of a CSI driver. */
export const DRIVER_NAME_LIMIT = 63;
const DRIVER = 'spec.drivers[0]';

interface Driver {
  readonly name?: string;
  readonly nodeID?: string;
  readonly allocatable?: { readonly count?: number };
  readonly topologyKeys?: readonly string[];
}

const text = textsFor('validateCSINodeDriver (pkg/apis/storage/validation)', csiNode);

export const csiNodeRules = rules(
  'io.k8s.api.storage.v1.CSINodeSpec',
  {
    'csi-node-driver-required': text.required(
      '',
      'A driver is identified by its name, as in its CSIDriver object.',
      {
        [`${DRIVER}.name`]: '',
      },
      { alongside: [] },
    ),
    'csi-node-driver-too-long': text.tooLong(
      `may not be more than ${DRIVER_NAME_LIMIT} bytes`,
      'The name of a driver becomes part of paths and labels, and so has at most 63 characters.',
      { [`${DRIVER}.name`]: 'a'.repeat(DRIVER_NAME_LIMIT + 1) },
    ),
    'csi-node-driver': text.invalid(
      '{detail}',
      'The name of a driver is a DNS subdomain; uppercase letters are allowed.',
      {
        [`${DRIVER}.name`]: 'csi_example',
      },
    ),
    'csi-node-driver-duplicate': text.duplicate(
      '',
      'Drivers are distinguished by their names, so a node lists each of them once.',
      {
        'spec.drivers': [
          { name: 'csi.example.com', nodeID: 'node-1' },
          { name: 'csi.example.com', nodeID: 'node-2' },
        ],
      },
    ),
    'csi-node-id-required': text.required('', 'The driver has its own name for the node, which is required.', {
      [`${DRIVER}.nodeID`]: '',
    }),
    'csi-node-id': text.invalid(
      `must be ${NODE_ID_LIMIT} characters or less`,
      'The name that the driver has for a node is limited to 256 characters.',
      { [`${DRIVER}.nodeID`]: 'a'.repeat(NODE_ID_LIMIT + 1) },
    ),
    'csi-node-count': text.invalid(MUST_NOT_BE_NEGATIVE, 'The number of volumes that a node can take is 0 or more.', {
      [`${DRIVER}.allocatable`]: { count: -1 },
    }),
    'csi-node-topology-key-duplicate': text.duplicate(
      '',
      'A repeated key has no effect. List each topology key once.',
      {
        [`${DRIVER}.topologyKeys`]: ['example.com/zone', 'example.com/zone'],
      },
    ),
    'csi-node-topology-key': text.invalid(
      '{detail}',
      'Topology keys are label keys of the node, so they must be written like those.',
      {
        [`${DRIVER}.topologyKeys`]: ['a zone'],
      },
    ),
    'csi-node-topology-key-required': text.required(
      '',
      'An empty topology key names no label of the node. Leave the entry out.',
      { [`${DRIVER}.topologyKeys`]: [''] },
      { alongside: ['csi-node-topology-key'] },
    ),
  },
  (node, report) => {
    const { required, atLeast, format, each, unique } = fieldChecks(report);
    const isNewDriver = unique('csi-node-driver-duplicate');
    each<Driver>('drivers', node.value.drivers, (driver, at) => {
      const { name = '', nodeID = '', allocatable, topologyKeys = [] } = driver;
      required('csi-node-driver-required', `${at}.name`, name);
      if (byteLength(name) > DRIVER_NAME_LIMIT) report('csi-node-driver-too-long', `${at}.name`);
      format('csi-node-driver', `${at}.name`, name, () => driverNameProblems(name, node.minor));
      required('csi-node-id-required', `${at}.nodeID`, nodeID);
      if (byteLength(nodeID) > NODE_ID_LIMIT) report('csi-node-id', `${at}.nodeID`);
      atLeast('csi-node-count', `${at}.allocatable.count`, allocatable?.count, 0);
      isNewDriver(`${at}.name`, name);
      const isNewKey = unique('csi-node-topology-key-duplicate');
      for (const key of topologyKeys) {
        required('csi-node-topology-key-required', at, key);
        isNewKey(at, key);
        for (const detail of qualifiedName(key)) report('csi-node-topology-key', at, { detail, value: key });
      }
    });
  },
);

/** From 1.35 on an empty name is only reported as missing. */
export function driverNameProblems(name: string, minor: number): string[] {
  return name === '' && hasChange(minor, 'CsiDriverNameAlone') ? [] : dns1123Subdomain(name.toLowerCase());
}
