import { Chart } from 'cdk8s';
import { CheckedApp, external } from 'cdk8s-patterns';
import { Manifest, Match, testConstruct } from 'cdk8s-patterns/testing';
import { TeamApp, type TeamAppProps } from '../src/team-app';

const props: TeamAppProps = { image: 'ghcr.io/acme/shop:1.4.2', team: 'storefront', memory: '256Mi' };

/** What the platform creates in every namespace and cluster. */
const ofPlatform = [external.secret('acme-wildcard'), external.object('networking.k8s.io/v1', 'IngressClass', 'nginx')];

function chart(changes: Partial<TeamAppProps> = {}): Chart {
  const scope = new Chart(new CheckedApp(), 'shop', { namespace: 'shop' });
  new TeamApp(scope, 'shop', { ...props, ...changes });
  return scope;
}

test('the application runs as our platform wants it', () => {
  const manifest = Manifest.fromChart(chart());
  manifest.hasResource('Deployment', 'shop', {
    metadata: { labels: { team: 'storefront' } },
    spec: {
      replicas: Match.absent(),
      template: {
        spec: {
          containers: Match.byName({
            shop: { image: 'ghcr.io/acme/shop:1.4.2', resources: { limits: { memory: Match.quantity('0.25Gi') } } },
          }),
        },
      },
    },
  });
  manifest.hasResource('HorizontalPodAutoscaler', { spec: { minReplicas: 2, maxReplicas: 6 } });
  manifest.hasResource('Ingress', { spec: { rules: [{ host: 'shop.acme.example' }] } });
});

test('it follows the rules of the team', () => {
  expect(chart()).toPassPolicy('restricted');
  expect(chart()).toReferenceOnlyKnownObjects(undefined, ofPlatform);
  expect(() => chart()).toSynthesizeDeterministically();
});

test('an upgrade from the version before breaks nothing', () => {
  expect(chart({ image: 'ghcr.io/acme/shop:1.5.0' })).toBeUpgradeSafeFrom(chart());
});

test('every version of Kubernetes that we run takes it', () => {
  const manifest = testConstruct(TeamApp, props, { id: 'shop', kubernetesVersion: ['1.31', '1.34'] });
  manifest.count('Deployment', 1);
});

test('bad props are refused with a reason', () => {
  expect(() => Manifest.fromChart(chart({ memory: 'lots' }))).toThrow('memory');
});

test('nothing changes unseen', () => {
  expect(chart()).toMatchManifestSnapshot();
});
