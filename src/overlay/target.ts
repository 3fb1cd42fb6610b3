import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { ManifestKind } from './manifest-types';

/** Key of the property by which a construct of several objects names its primary one. */
export const OVERLAY_TARGET: unique symbol = Symbol.for('cdk8s-patterns.overlayTarget');

/** Names the primary object: its kind, for the compiler, and the construct that renders it. */
export interface OverlayTargetOf<Kind extends ManifestKind = ManifestKind> {
  readonly kind: Kind;
  readonly construct: IConstruct;
}

/**
 * Implemented by patterns that own several objects, so that `overlay(webApp, {...})` and mixins know which is meant.
 *
 * @example
 * class WebApp extends Construct implements OverlayTarget<'Deployment'> {
 *   get [OVERLAY_TARGET]() { return { kind: 'Deployment', construct: this.deployment } as const; }
 * }
 */
export interface OverlayTarget<Kind extends ManifestKind> {
  readonly [OVERLAY_TARGET]: OverlayTargetOf<Kind>;
}

/**
 * The ApiObject that a construct stands for: itself, the one that a pattern names, or the child called `Resource` or
 * `Default` that cdk8s-plus constructs have. Undefined for a construct, such as a chart, that stands for none.
 */
export function apiObjectOf(construct: IConstruct): ApiObject | undefined {
  if (ApiObject.isApiObject(construct)) {
    return construct;
  }
  const named = (construct as Partial<OverlayTarget<ManifestKind>>)[OVERLAY_TARGET];
  const next = named?.construct ?? defaultChildOf(construct);
  return next === undefined || next === construct ? undefined : apiObjectOf(next);
}

function defaultChildOf(construct: IConstruct): IConstruct | undefined {
  const { node } = construct;
  // `defaultChild` throws when there is one child of each name, and then neither is meant.
  const ambiguous = node.tryFindChild('Resource') !== undefined && node.tryFindChild('Default') !== undefined;
  return ambiguous ? undefined : node.defaultChild;
}
