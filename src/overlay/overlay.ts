import type { ApiObject } from 'cdk8s';
import type { IConstruct, IMixin } from 'constructs';
import { captureOrigin, type Origin } from '../origin';
import { checkProps, type Problem } from '../props';
import { amend } from './amend';
import { checkPartial } from './check-partial';
import type { PartialFor, PartialManifestWithKind, UntypedManifest } from './partial-manifest';
import { schemaOfObject } from './schema-of-object';
import { strategicMerge } from './strategic-merge';
import { apiObjectOf } from './target';
import { reportWhenUnmatched } from './unmatched-mixin-check';

type Fields = Record<string, unknown>;

/**
 * Lays part of a manifest over what a construct renders: the typed way out for whatever the construct cannot say.
 *
 * A strategic merge, as `kubectl patch` does it: objects field by field, containers by name, ports by number and
 * protocol, and so on by the merge keys of the newest bundled API document; lists without keys are replaced; `null`
 * deletes; `$patch: 'delete'` removes an entry of a list. Applied after the renderer of the construct, so nothing gets
 * lost. Several overlays compose in order and the later wins. Findings in fields that it wrote name its line.
 *
 * @param construct a cdk8s-plus construct or a pattern (its class tells the kind), or any ApiObject, imported L1
 *   construct or construct around one (then the `kind` of the partial does).
 * @throws PropsError when the kind is another one, or an entry of a merged list lacks its merge key.
 * @example
 * overlay(shop.deployment, { spec: { strategy: { rollingUpdate: { maxSurge: 1 } } } });
 * overlay(kubeService, { kind: 'Service', spec: { internalTrafficPolicy: 'Local' } });
 * overlay(addressPool, untyped({ spec: { autoAssign: false } }));
 */
export function overlay<Target extends IConstruct>(construct: Target, partial: PartialFor<Target>): void {
  layOver(construct, partial as Fields, captureOrigin());
}

/**
 * An overlay as a mixin: laid over every object of its kind in the tree that it is applied to, over each once. One that
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
    this.partial = partial as unknown as Fields;
    this.origin = captureOrigin();
    reportWhenUnmatched(this, `Overlay of ${this.partial.kind}`);
    checkProps('Overlay', (problem) => {
      if (typeof this.partial.kind !== 'string')
        problem('kind', 'must say which objects are meant, such as "Deployment"');
    });
  }

  public supports(construct: IConstruct): boolean {
    return this.targetOf(construct) !== undefined;
  }

  public applyTo(construct: IConstruct): void {
    const target = this.targetOf(construct);
    // `with` comes by an object twice: with the construct that stands for it, and with the object itself.
    if (target !== undefined && this.appliedTo.has(target)) return;
    layOver(construct, this.partial, this.origin);
    this.appliedTo.add(target!);
  }

  private targetOf(construct: IConstruct): ApiObject | undefined {
    const { kind, apiVersion } = this.partial;
    const apiObject = apiObjectOf(construct);
    const fits = apiObject?.kind === kind && (apiVersion === undefined || apiObject?.apiVersion === apiVersion);
    return fits ? apiObject : undefined;
  }
}

function layOver(construct: IConstruct, partial: Fields, origin: Origin | undefined): void {
  const apiObject = apiObjectOf(construct);
  checkProps(construct as never, (problem) => checkTarget(apiObject, partial, problem));
  const target = apiObject!;
  const { schema, resolve } = schemaOfObject(target.apiVersion, target.kind);
  checkProps(construct as never, (problem) => checkPartial(partial, schema, resolve, problem));
  amend(target, (manifest) => strategicMerge(manifest, partial, schema, resolve), { origin });
}

function checkTarget(apiObject: ApiObject | undefined, partial: Fields, problem: Problem): void {
  if (apiObject === undefined) {
    problem('construct', 'has no ApiObject of its own to overlay', 'give the ApiObject or the construct that owns it');
    return;
  }
  for (const field of ['kind', 'apiVersion'] as const) {
    if (partial[field] !== undefined && partial[field] !== apiObject[field]) {
      problem(
        field,
        `must be ${JSON.stringify(apiObject[field])} as in the overlaid object, got ${JSON.stringify(partial[field])}`,
      );
    }
  }
}
