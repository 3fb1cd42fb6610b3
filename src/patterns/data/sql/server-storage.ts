import { type Mount, Volumes } from '../../../pod';
import type { StatefulAppProps } from '../../stateful-app';
import { DATA_FOLDER, SOCKET_FOLDER } from './engine';
import type { DatabaseStorage } from './sql-server-props';

const VOLUME = 'data';
const SUB_PATH = 'mysql';

/** Storage of a StatefulSet with a claim template. */
export function ownStorage(storage: DatabaseStorage): Pick<StatefulAppProps, 'storage' | 'storageRetention'> {
  if (storage.size === undefined) return {};
  const { size, storageClassName, accessModes, subPath = SUB_PATH, whenDeleted } = storage;
  return {
    storage: [{ name: VOLUME, path: DATA_FOLDER, subPath, size, storageClassName, accessModes }],
    storageRetention: whenDeleted && { whenDeleted },
  };
}

/** Writable mounts of the container: the data, if it is on an existing claim, and the directory of the socket. */
export function dataMounts(storage: DatabaseStorage): Mount[] {
  const socket = Volumes.emptyDir('run').at(SOCKET_FOLDER);
  if (storage.claim === undefined) return [socket];
  const { claim, subPath = SUB_PATH } = storage;
  return [Volumes.claim(claim, { name: VOLUME }).at(DATA_FOLDER, { subPath }), socket];
}
