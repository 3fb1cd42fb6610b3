import { type App, Chart } from 'cdk8s';
import { CheckedApp, external, Peer, Probes, Qos } from '../../../src';
import { checkApp } from '../../../src/app/check-app';

/** Charts of two namespaces. */
export interface Charts {
  readonly a: Chart;
  readonly b: Chart;
}

/**
 * A program with one mistake that no construct of it makes alone, and the same program without the mistake.
 *
 * `report` is matched with the findings, each as `severity kind construct path: message (hint)`.
 */
export interface Pair {
  readonly name: string;
  readonly program: (charts: Charts, isFixed: boolean) => void;
  readonly report: RegExp;
}

export const qos = Qos.guaranteed({ cpu: '500m', memory: '256Mi' });
export const container = { image: 'ghcr.io/acme/shop:1.4.2', qos };
export const web = { ...container, port: 8080, probes: Probes.http('/healthz') };
export const anyone = Peer.anyone();
/** Programs without type checks pass anything. */
export const any = (value: unknown): never => value as never;

/** Errors and warnings of the synthesis. */
export function findingsOf({ program }: Pair, isFixed: boolean): string[] {
  const app = new CheckedApp({ kubernetesVersion: '1.36' });
  const chartOf = (name: string) => new Chart(app, name, { namespace: name });
  program({ a: chartOf('a'), b: chartOf('b') }, isFixed);
  return reported(app);
}

/** What the programs use and do not create. */
const EXTERNAL = [
  external.secret('tls'),
  external.secret('auth'),
  external.object('gateway.networking.k8s.io/v1', 'Gateway', 'public'),
];

function reported(app: App): string[] {
  return checkApp(app, { kubernetesVersion: '1.36', external: EXTERNAL })
    .findings.filter(({ severity }) => severity !== 'note')
    .map(
      ({ severity, kind, constructPath, path, message, hint }) =>
        `${severity} ${kind} ${constructPath ?? ''} ${path}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
    );
}
