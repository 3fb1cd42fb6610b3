import type { Changes } from '../changes';

export const storagePreparations: Changes = {};
