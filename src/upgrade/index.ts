export { checkUpgrade, type UpgradeOptions } from './check-upgrade';
