import type { ApiObject } from 'cdk8s';
import { Construct, type IConstruct, type IMixin } from 'constructs';
import { captureOrigin, type Origin } from '../origin';
import { checkProps, PropsError, type ReportIssue, reporting } from '../props';
import { amend } from './amend';
import { checkPartial } from './check-partial';
import type { PartialFor, PartialManifestWithKind, UntypedManifest } from './partial-manifest';
import { schemaOfObject } from './schema-of-object';
import { strategicMerge } from './strategic-merge';
import { apiObjectOf } from './target';
import { unknownFields } from './unknown-fields';
import { reportWhenUnmatched } from './unmatched-mixin-check';

type Fields = Record<string, unknown>;

/**
 * Merges a partial manifest into the manifest of a construct: a typed escape hatch for fields without a prop.
 *
 * A strategic merge, as `kubectl patch` does it: objects field by field, containers by name, ports by number and
 * protocol, and so on, by the merge keys of the newest bundled API document; lists without keys are replaced; `null`
 * deletes; `$patch: 'delete'` removes an entry of a list. Applied after the renderer of the construct, so that nothing is
 * lost. Several overlays are applied in order and the last one wins. Findings in fields that it set name its line.
 *
 * @param construct a cdk8s-plus construct or a pattern (the kind is that of its class), or any ApiObject, imported L1
 *   construct or construct around one (the kind is the `kind` of the partial manifest).
 * @throws PropsError when the kind differs, or an entry of a merged list lacks its merge key.
 * @example
 * overlay(shop.deployment, { spec: { strategy: { rollingUpdate: { maxSurge: 1 } } } });
 * overlay(kubeService, { kind: 'Service', spec: { internalTrafficPolicy: 'Local' } });
 * overlay(addressPool, untyped({ spec: { autoAssign: false } }));
 */
export function overlay<Target extends IConstruct>(construct: Target, partial: PartialFor<Target>): void {
  const origin = captureOrigin();
  reporting(construct, () => layOver(construct, partial as Fields, origin));
}

/**
 * An overlay as a mixin: applied once to every object of its kind in the scope. An overlay without
 * matched no such object is reported at synthesis with the line that applied it.
 *
 * @example
 * chart.with(new Overlay({ kind: 'Deployment', spec: { revisionHistoryLimit: 3 } }));
 * Mixins.of(chart, ConstructSelector.byId('web-*')).apply(new Overlay({ kind: 'Service', spec: { externalTrafficPolicy: 'Local' } }));
 */
export class Overlay implements IMixin {
  private readonly partial: Fields;
  private readonly origin: Origin | undefined;
  private readonly appliedTo = new WeakSet<ApiObject>();

  /** @throws PropsError when the partial has no `kind`. */
  public constructor(partial: PartialManifestWithKind | UntypedManifest) {
    this.partial = (partial ?? {}) as unknown as Fields;
    this.origin = captureOrigin();
    checkProps('Overlay', (reportIssue) => {
      if (typeof this.partial.kind !== 'string') reportIssue('kind', 'is required, for example "Deployment"');
    });
    reportWhenUnmatched(this, `Overlay of ${this.partial.kind}`, undefined, () => this.unknownFields());
  }

  public supports(construct: IConstruct): boolean {
    return this.targetOf(construct) !== undefined;
  }

  public applyTo(construct: IConstruct): void {
    const target = this.targetOf(construct);
    // `with` visits an object twice: as the construct that contains it, and as the object itself.
    if (target !== undefined && this.appliedTo.has(target)) return;
    reporting(construct, () => layOver(construct, this.partial, this.origin));
    this.appliedTo.add(target!);
  }

  /** Of an overlay that is merged into nothing, because what it matches is invalid, nothing else reports them. */
  private unknownFields(): readonly string[] {
    const { kind, apiVersion } = this.partial;
    const found = unknownFields(String(kind), this.partial, typeof apiVersion === 'string' ? [apiVersion] : undefined);
    return found.map(({ path, hint }) => `${path}: unknown field${hint === undefined ? '' : ` (${hint})`}`);
  }

  private targetOf(construct: IConstruct): ApiObject | undefined {
    const { kind, apiVersion } = this.partial;
    const apiObject = apiObjectOf(construct);
    const fits = apiObject?.kind === kind && (apiVersion === undefined || apiObject?.apiVersion === apiVersion);
    return fits ? apiObject : undefined;
  }
}

/** Programs without type checks pass anything, and the arguments of the mixin to the function. */
function checkOverlay(construct: unknown, partial: unknown): void {
  if (!Construct.isConstruct(construct)) {
    const hint =
      'use overlay(app.deployment, { spec: { … } }), or .with(new Overlay({ kind: "Deployment", spec: { … } })) for all objects of a kind';
    throw new PropsError('overlay', [{ prop: 'construct', message: 'expected a construct', hint }]);
  }
  if (typeof partial !== 'object' || partial === null || Array.isArray(partial)) {
    const message = 'expected a partial manifest, for example { spec: { … } }';
    throw new PropsError(`${construct.node.path}: overlay`, [{ prop: 'partial', message }]);
  }
}

function layOver(construct: IConstruct, partial: Fields, origin: Origin | undefined): void {
  checkOverlay(construct, partial);
  const apiObject = apiObjectOf(construct);
  checkProps(construct as never, (reportIssue) => checkTarget(apiObject, partial, reportIssue));
  const target = apiObject!;
  const { schema, resolve } = schemaOfObject(target.apiVersion, target.kind);
  checkProps(construct as never, (reportIssue) => checkPartial(partial, schema, resolve, reportIssue));
  amend(target, (manifest) => strategicMerge(manifest, partial, schema, resolve), { origin });
}

function checkTarget(apiObject: ApiObject | undefined, partial: Fields, reportIssue: ReportIssue): void {
  if (apiObject === undefined) {
    reportIssue('construct', 'has no ApiObject', 'pass the ApiObject or the construct that owns it');
    return;
  }
  for (const field of ['kind', 'apiVersion'] as const) {
    if (partial[field] !== undefined && partial[field] !== apiObject[field]) {
      reportIssue(
        field,
        `must be ${JSON.stringify(apiObject[field])} like the target object, got ${JSON.stringify(partial[field])}`,
      );
    }
  }
}
