/**
 * Compiled by `npm run typecheck` and never run: each line below @ts-expect-error must not compile, and the others must.
 */
import { type Manifest, Match } from '../../src/testing';

export function wrongNamesDoNotCompile(manifest: Manifest): void {
  manifest.hasResource('Deployment', 'shop', {
    spec: { replicas: 2, template: { spec: { containers: [{ image: 'a' }] } } },
  });
  manifest.hasResource('Deployment', { spec: { replicas: Match.absent() } });
  manifest.hasResource('Deployment', { spec: { template: { spec: { containers: Match.byName({ a: {} }) } } } });
  manifest.hasResource({ apiVersion: 'metallb.io/v1beta1', kind: 'IPAddressPool' }, { spec: { anything: true } });

  // @ts-expect-error a kind with a typo
  manifest.hasResource('Deploymnt');
  // @ts-expect-error a field with a typo
  manifest.hasResource('Deployment', { spec: { replica: 2 } });
  // @ts-expect-error a field of the wrong type
  manifest.hasResource('Deployment', { spec: { replicas: '2' } });
  // @ts-expect-error a field of another kind
  manifest.hasResource('Service', 'shop', { spec: { replicas: 2 } });
  // @ts-expect-error a field with a typo, deep inside
  manifest.all('Deployment', { spec: { template: { spec: { containers: [{ imagePulPolicy: 'Always' }] } } } });
  // @ts-expect-error a custom resource by its bare name
  manifest.count('IPAddressPool', 1);
}

export function whatIsFoundIsTyped(manifest: Manifest): string | undefined {
  const replicas: number | undefined = manifest.one('Deployment').spec?.replicas;
  const clusterIP: string | undefined = manifest.find('Service')[0]?.spec?.clusterIP;
  // @ts-expect-error replicas are no text
  const text: string | undefined = manifest.one('Deployment').spec?.replicas;
  const image: string = Match.capture<string>().value;
  return replicas === undefined ? clusterIP : (text ?? image);
}
