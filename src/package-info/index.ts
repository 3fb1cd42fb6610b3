export { packageFile, packageVersion } from './package-file';
export { PROJECT_URL } from './project-url';
