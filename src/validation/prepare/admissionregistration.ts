import type { Changes } from '../changes';

export const admissionregistrationPreparations: Changes = {};
