import type { Changes } from '../changes';

export const apiextensionsDefaults: Changes = {};
