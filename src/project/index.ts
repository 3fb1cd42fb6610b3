export { findProjectRoot, projectRoot } from './project-root';
