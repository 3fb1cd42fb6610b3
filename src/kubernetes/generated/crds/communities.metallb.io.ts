// Generated from imports/ by "npm run imports:types"; do not edit.
import * as cdk8s from 'cdk8s';
import type * as constructs from 'constructs';

export interface CommunityProps {
  /** Name, namespace, labels and annotations. */
  readonly metadata?: cdk8s.ApiObjectMetadata;
  readonly spec?: CommunitySpec;
}

export interface CommunitySpec {
  readonly communities?: ReadonlyArray<CommunitySpecCommunities>;
}

export interface CommunitySpecCommunities {
  readonly name?: string;
  readonly value?: string;
}

/** metallb.io/v1beta1 Community (namespaced). */
export class Community extends cdk8s.ApiObject {
  public static readonly GVK: cdk8s.GroupVersionKind = {
    apiVersion: 'metallb.io/v1beta1',
    kind: 'Community',
  };

  /** The manifest alone, to put into other objects. */
  public static manifest(props: CommunityProps = {}): object {
    return { ...Community.GVK, ...props };
  }

  public constructor(scope: constructs.Construct, id: string, props: CommunityProps = {}) {
    super(scope, id, { ...Community.GVK, ...props });
  }
}
