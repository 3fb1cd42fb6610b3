import type { Manifest, ManifestByKind } from '../kubernetes';

export type { Manifest, ManifestByKind };

/** A kind that the newest bundled API document knows, such as `'Deployment'`. */
export type ManifestKind = keyof ManifestByKind;
