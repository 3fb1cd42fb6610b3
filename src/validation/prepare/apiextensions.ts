import type { Changes } from '../changes';

export const apiextensionsPreparations: Changes = {};
