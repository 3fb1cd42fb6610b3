import type { Changes } from '../changes';

export const admissionregistrationDefaults: Changes = {};
