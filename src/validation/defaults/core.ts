import type { Changes } from '../changes';
import { podDefaults } from './core-pods';

export const coreDefaults: Changes = {
  ...podDefaults,
};
