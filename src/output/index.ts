export { moveFilesFrom } from './earlier-files';
export { fileBytes } from './file-bytes';
export { type OutputFiles, writeFolder } from './write-folder';
