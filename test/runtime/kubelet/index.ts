import { NAMES_AND_NODES } from './names-and-nodes';
import { PORTS_AND_PROGRAMS } from './ports-and-programs';
import { USERS_AND_PATHS } from './users-and-paths';

export type { KubeletCase } from './kubelet-case';
export { NODE_CPUS } from './names-and-nodes';

/** Every rule that a node can judge. */
export const KUBELET_CASES = [...USERS_AND_PATHS, ...PORTS_AND_PROGRAMS, ...NAMES_AND_NODES];

/** Rules that it cannot, with the reason. */
export const NOT_JUDGED: Readonly<Record<string, string>> = {
  'image-tag-floating': 'needs a tag that changes in the registry between the pulls of two nodes',
  'user-namespace-id': 'needs a node that is not in a user or mount namespace itself: there runc cannot mount /sys',
  'user-namespace-volume': 'the same, and an NFS server',
  'data-outside-volume':
    'the data is lost only when the container is replaced; PostgreSQL 18, which exits, has no image on that node',
  'data-in-volume-root': 'needs the image of PostgreSQL up to 17, or of MySQL 5.7',
  'image-user-unknown': 'needs the image of PostgreSQL for Alpine',
  'image-variable-refused': 'needs the entrypoints of the official images',
  'file-capability-dropped':
    'needs an image whose program file has a capability; setpriv without it on a machine refuses such a file to every user',
  'cpu-of-no-node': 'the scheduler answers as to pod-larger-than-node, for a size that no node can have',
  'image-file-missing': 'needs the image of HAProxy, the only known one without a configuration of its own',
};
