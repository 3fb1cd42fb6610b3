import { type Mount, Volumes } from '../../../pod';
import type { StatefulServiceProps } from '../../stateful-service';
import { DATA_FOLDER, SOCKET_FOLDER } from './engine';
import type { DatabaseStorage } from './sql-server-props';

const VOLUME = 'data';
const SUB_PATH = 'mysql';

/** Storage of a StatefulSet that makes its own claim. */
export function ownStorage(storage: DatabaseStorage): Pick<StatefulServiceProps, 'storage' | 'storageRetention'> {
  if (storage.size === undefined) return {};
  const { size, className, accessModes, subPath = SUB_PATH, whenDeleted } = storage;
  return {
    storage: [{ name: VOLUME, path: DATA_FOLDER, subPath, size, className, accessModes }],
    storageRetention: whenDeleted && { whenDeleted },
  };
}

/** Writable places of the container: the data, when it is on an existing claim, and the socket's folder. */
export function dataMounts(storage: DatabaseStorage): Mount[] {
  const socket = Volumes.emptyDir('run').at(SOCKET_FOLDER);
  if (storage.claim === undefined) return [socket];
  const { claim, subPath = SUB_PATH } = storage;
  return [Volumes.claim(claim, { name: VOLUME }).at(DATA_FOLDER, { subPath }), socket];
}
