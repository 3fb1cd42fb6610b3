import type { Changes } from '../changes';

export const flowcontrolPreparations: Changes = {};
