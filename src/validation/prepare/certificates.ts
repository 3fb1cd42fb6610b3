import type { Changes } from '../changes';

export const certificatesPreparations: Changes = {};
