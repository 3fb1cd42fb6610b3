import type { Changes } from '../changes';

export const certificatesDefaults: Changes = {};
