/**
 * Who may mount a volume at a time: one node, one pod, many nodes reading, or many nodes writing.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export type AccessMode = 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadOnlyMany' | 'ReadWriteMany';

export const ACCESS_MODES: readonly AccessMode[] = [
  'ReadWriteOnce',
  'ReadWriteOncePod',
  'ReadOnlyMany',
  'ReadWriteMany',
];
