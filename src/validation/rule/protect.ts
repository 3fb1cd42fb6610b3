/** The plugin StorageObjectInUseProtection keeps what is in use from being deleted. */
export function protect({ metadata }: any, finalizer: string): void {
  const own: readonly string[] = metadata.finalizers ?? [];
  if (!own.includes(finalizer)) metadata.finalizers = [...own, finalizer];
}
