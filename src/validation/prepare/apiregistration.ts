import type { Changes } from '../changes';

export const apiregistrationPreparations: Changes = {};
