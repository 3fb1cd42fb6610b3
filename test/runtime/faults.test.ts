import { checkManifests } from '../../src/check';
import { ARGUMENTS_AND_MEMORY } from './faults/arguments-and-memory';
import { FACTS_OF_SERVERS } from './faults/facts-of-servers';
import { GOOD_MONITORING, MONITORING_IMAGES } from './faults/monitoring-images';
import { NAMES_AND_NODES } from './faults/names-and-nodes';
import { OFFICIAL_BASES } from './faults/official-bases';
import { OFFICIAL_IMAGES } from './faults/official-images';
import { PROGRAMS_AND_PORTS } from './faults/programs-and-ports';
import { SERVERS_AND_SETTINGS } from './faults/servers-and-settings';
import { USERS_AND_PATHS } from './faults/users-and-paths';
import { VOLUMES_AND_MOUNTS } from './faults/volumes-and-mounts';

const FAULTS = [
  ...USERS_AND_PATHS,
  ...PROGRAMS_AND_PORTS,
  ...NAMES_AND_NODES,
  ...OFFICIAL_IMAGES,
  ...OFFICIAL_BASES,
  ...VOLUMES_AND_MOUNTS,
  ...SERVERS_AND_SETTINGS,
  ...MONITORING_IMAGES,
  ...ARGUMENTS_AND_MEMORY,
  ...FACTS_OF_SERVERS,
];

/** Findings about objects of the cases, which refer to others that are not part of them. */
const found = (objects: readonly object[]) =>
  checkManifests(objects, { references: false }).map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);

test('there are at least forty', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(40);
});

test.each(FAULTS.map((one) => [one.title, one] as const))('%s', (_, { faulty, fixed, expected }) => {
  expect(found(faulty)).toEqual(expected);
  expect(found(fixed)).toEqual([]);
});

// kubectl applies objects without a namespace in default.
test.each(FAULTS.map((one) => [one.title, one] as const))('%s, where every other object names default', (_, fault) => {
  const inDefault = (named: number) => (object: any, index: number) => {
    const { namespace, ...metadata } = object.metadata;
    const isNamed = namespace === 'shop' && index % 2 === named;
    return { ...object, metadata: isNamed ? { ...metadata, namespace: 'default' } : metadata };
  };
  for (const named of [0, 1]) expect(found(fault.faulty.map(inDefault(named)))).toEqual(fault.expected);
});

test.each(GOOD_MONITORING)('nothing is found in %s', (_, object) => {
  expect(found([object])).toEqual([]);
});
