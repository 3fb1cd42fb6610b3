import type { Finding } from '../findings';
import type { RuntimeOptions } from './check-runtime';

/**
 * Finds what the server accepts and the node does not run: containers that the kubelet refuses to start (errors) and programs
 * that would fail in them (warnings). What depends on an image is checked for images whose facts are known.
 *
 * @throws PropsError for sizes of nodes that are not quantities.
 * @example
 * checkRuntime(manifests, { images: [Image.facts('ghcr.io/acme/shop', { user: 1000, ports: [8080] })] });
 */
export function checkRuntime(objects: readonly unknown[], options: RuntimeOptions = {}): Finding[] {
  const runtime = require('./check-runtime') as typeof import('./check-runtime');
  return runtime.checkRuntime(objects, options);
}
