import type { Changes } from '../changes';

export const autoscalingDefaults: Changes = {};
