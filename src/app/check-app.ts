import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { KUBERNETES_VERSIONS, type KubernetesVersion, NEWEST_VERSION } from '../facts';
import type { Finding } from '../findings';
import { rankOf } from '../manifest';
import { originOf, originOfField } from '../origin';
import { PRACTICE_RULES } from '../policy';
import { checkReferences } from '../references';
import { validate } from '../validation';
import { type LocatedFinding, withoutAcknowledged } from './acknowledge';
import type { CheckOptions } from './check-options';
import { findingAbout } from './construct-findings';
import { customResourcesIn } from './custom-resources';
import { type Dependency, dependenciesOf, orderObjects } from './dependency-graph';
import { findDuplicates } from './duplicates';
import { shownConstruct } from './place';
import { type RenderedObject, renderObjects } from './rendered-object';

/** An app that has been rendered and looked at. */
export interface CheckedObjects {
  /** In an order that is safe to apply. */
  readonly objects: readonly RenderedObject[];
  readonly dependencies: readonly Dependency[];
  /** What remains after acknowledgements; errors stop the synthesis. */
  readonly findings: readonly Finding[];
  /** Versions that were checked. */
  readonly versions: readonly KubernetesVersion[];
}

/**
 * Runs the validations of all constructs, renders each object once, orders the objects and checks them. Finds all that
 * is wrong before it returns; throws nothing of its own.
 */
export function checkApp(app: IConstruct, options: CheckOptions): CheckedObjects {
  const given = options.kubernetesVersion ?? NEWEST_VERSION;
  const versions = typeof given === 'string' ? [given] : given;
  const newest = versions.reduce((a, b) => (KUBERNETES_VERSIONS.indexOf(a) < KUBERNETES_VERSIONS.indexOf(b) ? b : a));
  const constructs = app.node.findAll();
  const located: LocatedFinding[] = [];
  const report = (construct: IConstruct, said: Parameters<typeof findingAbout>[2]) =>
    located.push({ construct, finding: findingAbout(construct, versions, said) });

  for (const construct of constructs) {
    for (const message of construct.node.validate()) {
      report(construct, { rule: 'construct-validation', message });
    }
  }
  const { objects, failures } = renderObjects(constructs);
  for (const { construct, message } of failures) {
    report(construct, { rule: 'construct-render', message });
  }
  const dependencies = dependenciesOf(constructs);
  const ordered = inOrder(app, objects, dependencies);
  if ('cycle' in ordered) {
    located.push(cycleFinding(ordered.cycle, versions));
  }
  const sorted = 'objects' in ordered ? ordered.objects : objects;

  const manifests = sorted.map(({ manifest }) => manifest);
  const validated = validate(
    sorted.map(({ apiObject, manifest }) => ({
      object: manifest,
      // Asked for only when there is a finding: reading source maps takes time.
      get origin() {
        return { constructPath: apiObject.node.path, ...originOf(apiObject) };
      },
      locate: (path: string) => originOfField(apiObject, path),
    })),
    {
      kubernetesVersion: versions,
      customResources: customResourcesIn(manifests, options.crds),
      allowKinds: options.allowKinds,
    },
  );
  const references = options.references === false ? [] : checkReferences(manifests, { kubernetesVersion: newest });
  const checked = (options.checks ?? []).flatMap((check) => check(manifests));
  for (const finding of [...validated, ...references, ...checked]) {
    const construct = sorted[finding.document ?? -1]?.apiObject ?? app;
    located.push({ construct, finding: placed(construct, finding) });
  }
  located.push(...findDuplicates(sorted, versions));

  const { findings, unused } = withoutAcknowledged(constructs, located);
  // Good practice is asked only where somebody plugged it in; acknowledging it elsewhere does no harm.
  const practices = options.checks === undefined ? PRACTICE_RULES.map(({ id }) => id) : [];
  const idle = unused.filter(({ rule }) => !practices.includes(rule));
  const stale = idle.map(({ construct, rule, reason }) =>
    findingAbout(construct, versions, {
      rule: 'unused-acknowledgement',
      severity: 'warning',
      message: `${JSON.stringify(rule)} is acknowledged (${JSON.stringify(reason)}) but nothing breaks it`,
      hint: 'remove the acknowledgement',
    }),
  );
  return { objects: sorted, dependencies, findings: [...findings, ...stale], versions };
}

function inOrder(
  app: IConstruct,
  objects: readonly RenderedObject[],
  dependencies: readonly Dependency[],
): { readonly objects: RenderedObject[] } | { readonly cycle: Dependency[] } {
  const byRank = objects
    .map((object) => ({ object, rank: rankOf(object.manifest) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ object }) => object);
  // Several manifests for one construct: a chart with a toJson of its own may add some.
  const byConstruct = new Map<ApiObject, RenderedObject[]>();
  for (const object of byRank) {
    const others = byConstruct.get(object.apiObject);
    if (others === undefined) {
      byConstruct.set(object.apiObject, [object]);
    } else {
      others.push(object);
    }
  }
  const order = orderObjects(app, [...byConstruct.keys()], dependencies);
  return 'cycle' in order ? order : { objects: order.objects.flatMap((apiObject) => byConstruct.get(apiObject)!) };
}

/** The finding about dependencies that lead back to where they began; told from the first of the constructs by path. */
export function cycleFinding(cycle: readonly Dependency[], versions: readonly KubernetesVersion[]): LocatedFinding {
  const paths = cycle.map(({ source }) => source.node.path);
  const first = paths.indexOf([...paths].sort()[0]!);
  const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
  const steps = turned.map(({ source, target }) => `${shownConstruct(source)} depends on ${shownConstruct(target)}`);
  const construct = turned[0]!.source;
  const finding = findingAbout(construct, versions, {
    rule: 'dependency-cycle',
    message: `the dependencies lead back to where they began: ${steps.join('; ')}`,
    hint: 'remove one of these dependencies',
  });
  return { construct, finding };
}

/** Checks over plain manifests do not know where an object was made. */
function placed(construct: IConstruct, finding: Finding): Finding {
  if (finding.constructPath !== undefined) {
    return finding;
  }
  const field = ApiObject.isApiObject(construct) ? originOfField(construct, finding.path) : undefined;
  const origin = field ?? originOf(construct);
  return { ...finding, constructPath: construct.node.path, ...origin };
}
