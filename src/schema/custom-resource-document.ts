import type { Scope } from './document';

/** Structural schema of a custom resource: OpenAPI v3 as CustomResourceDefinitions have it, without descriptions. */
export interface CustomResourceSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly format?: string;
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, CustomResourceSchema>>;
  readonly additionalProperties?: CustomResourceSchema | boolean;
  readonly items?: CustomResourceSchema;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** RE2 syntax. */
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly CustomResourceSchema[];
  readonly anyOf?: readonly CustomResourceSchema[];
  readonly oneOf?: readonly CustomResourceSchema[];
  readonly not?: CustomResourceSchema;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-map-type'?: 'atomic' | 'granular';
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-validations'?: readonly ValidationExpression[];
}

/** A rule in CEL; the fields are those of the CustomResourceDefinition. */
export interface ValidationExpression {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: 'FieldValueInvalid' | 'FieldValueForbidden' | 'FieldValueRequired' | 'FieldValueDuplicate';
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** Names of a custom resource: `spec.names` of its CustomResourceDefinition. */
export interface CustomResourceNames {
  readonly kind: string;
  readonly listKind?: string;
  readonly plural: string;
  readonly singular?: string;
  readonly shortNames?: readonly string[];
}

/** A served version of a custom resource: an item of `spec.versions` of its CustomResourceDefinition. */
export interface CustomResourceVersion {
  /** Such as `v1beta1`. */
  readonly name: string;
  /** Whether this is the version that the server keeps objects in. */
  readonly storage: boolean;
  /** Whether the server warns about this version. @default false */
  readonly deprecated?: boolean;
  /** Text of that warning. @default the server's own, which names the version */
  readonly deprecationWarning?: string;
  /** Subresources with an address of their own. With `status`, a status in a manifest is dropped by the server. */
  readonly subresources: readonly ('scale' | 'status')[];
  readonly schema: CustomResourceSchema;
}

/** What `cdk8s-patterns import crd` writes to imports/crds/GROUP/KIND.json. */
export interface CustomResourceDocument {
  /** Says that the file is generated and by which command. */
  readonly '//': string;
  readonly group: string;
  readonly scope: Scope;
  readonly names: CustomResourceNames;
  /** Whether the server keeps fields that the schema does not know. @default false */
  readonly preserveUnknownFields?: boolean;
  /** Served versions, in the order of the CustomResourceDefinition. */
  readonly versions: readonly CustomResourceVersion[];
}
