import { imagePathNotWritable } from './rules/paths';
import { imageRunsAsRoot, imageUserNotNumeric, rootUserUnderNonRoot } from './rules/users';
import type { RuntimeRule } from './runtime-rule';

/** Every check of what the kubelet, the container runtime and the image do. */
export const RUNTIME_RULES: readonly RuntimeRule[] = [
  imageRunsAsRoot,
  imageUserNotNumeric,
  rootUserUnderNonRoot,
  imagePathNotWritable,
];
