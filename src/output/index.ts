export { moveFilesFrom } from './earlier-files';
export { type OutputFiles, writeFolder } from './write-folder';
