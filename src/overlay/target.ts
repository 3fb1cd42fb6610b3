import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { requireArguments } from '../values';
import type { ManifestKind } from './manifest-types';

/** Key of the property in which a construct with several objects provides its primary one. */
export const OVERLAY_TARGET: unique symbol = Symbol.for('cdk8s-patterns.overlayTarget');

/** The primary object: its kind, for type checks, and the construct that renders it. */
export interface OverlayTargetOf<Kind extends ManifestKind = ManifestKind> {
  readonly kind: Kind;
  readonly construct: IConstruct;
}

/**
 * Implemented by patterns with several objects, so that `overlay(webApp, {...})` and mixins use the primary one.
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
 * The ApiObject of a construct: itself, the primary object of a pattern, or the child named `Resource` or
 * `Default` of cdk8s-plus constructs. Undefined for a construct without one, such as a chart.
 */
export function apiObjectOf(construct: IConstruct): ApiObject | undefined {
  requireArguments('apiObjectOf', { construct: [construct, 'a construct'] });
  if (ApiObject.isApiObject(construct)) {
    return construct;
  }
  const named = (construct as Partial<OverlayTarget<ManifestKind>>)[OVERLAY_TARGET];
  const next = named?.construct ?? defaultChildOf(construct);
  return next === undefined || next === construct ? undefined : apiObjectOf(next);
}

function defaultChildOf(construct: IConstruct): IConstruct | undefined {
  const { node } = construct;
  // `defaultChild` throws when there is a child of each name; neither is used then.
  const ambiguous = node.tryFindChild('Resource') !== undefined && node.tryFindChild('Default') !== undefined;
  return ambiguous ? undefined : node.defaultChild;
}
