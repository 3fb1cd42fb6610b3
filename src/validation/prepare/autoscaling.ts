import type { Changes } from '../changes';

export const autoscalingPreparations: Changes = {};
