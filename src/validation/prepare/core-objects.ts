import type { Changes } from '../changes';

export const coreObjectPreparations: Changes = {};
