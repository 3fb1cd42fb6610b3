export { type AccessQuestion, Permissions } from './permissions';
