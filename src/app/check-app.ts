import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type CheckOptions, checkManifests, skippedRules, targetVersions, whyUnused } from '../check';
import type { KubernetesVersion } from '../facts';
import type { Finding, InputObject } from '../findings';
import { rankOf } from '../manifest';
import { originOf, originOfField } from '../origin';
import { platformOf } from '../platform';
import { placeholderReads } from '../props';
import { type LocatedFinding, withoutAcknowledged } from './acknowledge';
import { withChartNamespaces } from './chart-namespaces';
import { findingAbout } from './construct-findings';
import { type Dependency, dependenciesOf, orderObjects } from './dependency-graph';
import { propsFindings, propsMessages, withoutMissing } from './invalid-props';
import { formatConstruct } from './location';
import { withContainerHints } from './overlaid-containers';
import { type RenderedObject, renderObjects } from './rendered-object';

/** An app that has been rendered and looked at. */
export interface CheckedObjects {
  /** In an order that is safe to apply. */
  readonly objects: readonly RenderedObject[];
  /** The same with where they came from; `document` of a finding is a position in it. */
  readonly inputs: readonly InputObject[];
  readonly dependencies: readonly Dependency[];
  /** What remains after acknowledgements; errors stop the synthesis. */
  readonly findings: readonly Finding[];
  /** Versions that were checked. */
  readonly versions: readonly KubernetesVersion[];
}

/**
 * Runs the validations of all constructs, renders each object once, orders the objects and checks them. All findings are
 * reported together; nothing is thrown for one of them.
 */
export function checkApp(app: IConstruct, options: CheckOptions): CheckedObjects {
  const versions = targetVersions(options.kubernetesVersion);
  const constructs = app.node.findAll();
  const located: LocatedFinding[] = [];
  const known = propsMessages(app);
  const report = (construct: IConstruct, fields: Parameters<typeof findingAbout>[2]) =>
    located.push({ construct, finding: findingAbout(construct, versions, fields) });

  for (const construct of constructs) {
    for (const message of validationsOf(construct)) {
      if (!known.has(message)) report(construct, { rule: 'construct-validation', message });
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

  const inputs = sorted.map(({ apiObject, manifest }) => ({
    object: manifest,
    // Read only when there is a finding: source maps take time.
    get origin() {
      return { constructPath: apiObject.node.path, ...originOf(apiObject) };
    },
    locate: (path: string) => originOfField(apiObject, path),
  }));
  const checked = checkManifests(inputs, {
    ...options,
    podSecurity: options.podSecurity ?? platformOf(app).podSecurity,
  });
  const ofObjects = withContainerHints(
    checked.map((finding) => ({ construct: sorted[finding.document ?? -1]?.apiObject ?? app, finding })),
    ({ finding }) => sorted[finding.document ?? -1]?.manifest,
  );
  located.push(...withChartNamespaces(withoutMissing(app, ofObjects), versions));

  const { findings, unused } = withoutAcknowledged(constructs, located);
  const invalid = propsFindings(app);
  const skipped = skippedRules(options);
  // Without the invalid constructs it is not known which acknowledgements are used.
  const idle = invalid.length > 0 ? [] : unused.filter(({ rule }) => !skipped.includes(rule));
  const stale = idle.map(({ construct, rule, reason }) =>
    findingAbout(construct, versions, {
      rule: 'unused-acknowledgement',
      severity: 'warning',
      ...whyUnused({ rule, reason }, 'remove the acknowledgement', options),
    }),
  );
  return { objects: sorted, inputs, dependencies, findings: [...invalid, ...findings, ...stale], versions };
}

/** What a construct finds wrong with itself, unless it has asked an invalid one, which has been reported. */
function validationsOf(construct: IConstruct): readonly string[] {
  const before = placeholderReads();
  const messages = construct.node.validate();
  return placeholderReads() === before ? messages : [];
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

/** The finding about a dependency cycle; it begins with the first of the constructs by path. */
export function cycleFinding(cycle: readonly Dependency[], versions: readonly KubernetesVersion[]): LocatedFinding {
  const paths = cycle.map(({ source }) => source.node.path);
  const first = paths.indexOf([...paths].sort()[0]!);
  const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
  const steps = turned.map(({ source, target }) => `${formatConstruct(source)} depends on ${formatConstruct(target)}`);
  const construct = turned[0]!.source;
  const finding = findingAbout(construct, versions, {
    rule: 'dependency-cycle',
    message: `dependency cycle: ${steps.join('; ')}`,
    hint: 'remove one of these dependencies',
  });
  return { construct, finding };
}
