import type { Changes } from '../changes';
import { podPreparations } from './core-pods';

export const corePreparations: Changes = {
  ...podPreparations,
};
