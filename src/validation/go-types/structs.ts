/**
 * Fields of internal types of the server whose values are shown in messages, in the order of the sources. Generated from the
 * types.go files of k8s.io/kubernetes, apimachinery and apiextensions-apiserver 1.28 to 1.36 by scripts/go-types/structs.py.
 */

/** Name, type, tag for JSON where there is one, and whether the struct is embedded. */
export type GoField = readonly [name: string, type: string, tag?: string, embedded?: boolean];

export const GO_STRUCTS: Readonly<Record<string, readonly GoField[]>> = {
  'admissionregistration.AuditAnnotation': [
    ['Key', 'string'],
    ['ValueExpression', 'string'],
  ],
  'apiextensions.CustomResourceColumnDefinition': [
    ['Name', 'string'],
    ['Type', 'string'],
    ['Format', 'string'],
    ['Description', 'string'],
    ['Priority', 'int32'],
    ['JSONPath', 'string'],
  ],
  'apiextensions.CustomResourceDefinitionVersion': [
    ['Name', 'string'],
    ['Served', 'bool'],
    ['Storage', 'bool'],
    ['Deprecated', 'bool'],
    ['DeprecationWarning', '*string'],
    ['Schema', '*apiextensions.CustomResourceValidation'],
    ['Subresources', '*apiextensions.CustomResourceSubresources'],
    ['AdditionalPrinterColumns', '[]apiextensions.CustomResourceColumnDefinition'],
    ['SelectableFields', '[]apiextensions.SelectableField'],
  ],
  'apiextensions.CustomResourceSubresourceScale': [
    ['SpecReplicasPath', 'string'],
    ['StatusReplicasPath', 'string'],
    ['LabelSelectorPath', '*string'],
  ],
  'apiextensions.CustomResourceSubresources': [
    ['Status', '*apiextensions.CustomResourceSubresourceStatus'],
    ['Scale', '*apiextensions.CustomResourceSubresourceScale'],
  ],
  'apiextensions.CustomResourceValidation': [['OpenAPIV3Schema', '*apiextensions.JSONSchemaProps']],
  'apiextensions.ExternalDocumentation': [
    ['Description', 'string'],
    ['URL', 'string'],
  ],
  'apiextensions.JSONSchemaProps': [
    ['ID', 'string'],
    ['Schema', 'apiextensions.JSONSchemaURL'],
    ['Ref', '*string'],
    ['Description', 'string'],
    ['Type', 'string'],
    ['Nullable', 'bool'],
    ['Format', 'string'],
    ['Title', 'string'],
    ['Default', '*apiextensions.JSON'],
    ['Maximum', '*float64'],
    ['ExclusiveMaximum', 'bool'],
    ['Minimum', '*float64'],
    ['ExclusiveMinimum', 'bool'],
    ['MaxLength', '*int64'],
    ['MinLength', '*int64'],
    ['Pattern', 'string'],
    ['MaxItems', '*int64'],
    ['MinItems', '*int64'],
    ['UniqueItems', 'bool'],
    ['MultipleOf', '*float64'],
    ['Enum', '[]apiextensions.JSON'],
    ['MaxProperties', '*int64'],
    ['MinProperties', '*int64'],
    ['Required', '[]string'],
    ['Items', '*apiextensions.JSONSchemaPropsOrArray'],
    ['AllOf', '[]apiextensions.JSONSchemaProps'],
    ['OneOf', '[]apiextensions.JSONSchemaProps'],
    ['AnyOf', '[]apiextensions.JSONSchemaProps'],
    ['Not', '*apiextensions.JSONSchemaProps'],
    ['Properties', 'map[string]apiextensions.JSONSchemaProps'],
    ['AdditionalProperties', '*apiextensions.JSONSchemaPropsOrBool'],
    ['PatternProperties', 'map[string]apiextensions.JSONSchemaProps'],
    ['Dependencies', 'apiextensions.JSONSchemaDependencies'],
    ['AdditionalItems', '*apiextensions.JSONSchemaPropsOrBool'],
    ['Definitions', 'apiextensions.JSONSchemaDefinitions'],
    ['ExternalDocs', '*apiextensions.ExternalDocumentation'],
    ['Example', '*apiextensions.JSON'],
    ['XPreserveUnknownFields', '*bool'],
    ['XEmbeddedResource', 'bool'],
    ['XIntOrString', 'bool'],
    ['XListMapKeys', '[]string'],
    ['XListType', '*string'],
    ['XMapType', '*string'],
    ['XValidations', 'apiextensions.ValidationRules'],
  ],
  'apiextensions.JSONSchemaPropsOrArray': [
    ['Schema', '*apiextensions.JSONSchemaProps'],
    ['JSONSchemas', '[]apiextensions.JSONSchemaProps'],
  ],
  'apiextensions.JSONSchemaPropsOrBool': [
    ['Allows', 'bool'],
    ['Schema', '*apiextensions.JSONSchemaProps'],
  ],
  'apiextensions.JSONSchemaPropsOrStringArray': [
    ['Schema', '*apiextensions.JSONSchemaProps'],
    ['Property', '[]string'],
  ],
  'apiextensions.SelectableField': [['JSONPath', 'string']],
  'apiextensions.ValidationRule': [
    ['Rule', 'string'],
    ['Message', 'string'],
    ['MessageExpression', 'string'],
    ['Reason', '*apiextensions.FieldValueErrorReason'],
    ['FieldPath', 'string'],
    ['OptionalOldSelf', '*bool'],
  ],
  'apps.DaemonSetUpdateStrategy': [
    ['Type', 'apps.DaemonSetUpdateStrategyType'],
    ['RollingUpdate', '*apps.RollingUpdateDaemonSet'],
  ],
  'apps.DeploymentStrategy': [
    ['Type', 'apps.DeploymentStrategyType'],
    ['RollingUpdate', '*apps.RollingUpdateDeployment'],
  ],
  'apps.RollingUpdateDaemonSet': [
    ['MaxUnavailable', 'intstr.IntOrString'],
    ['MaxSurge', 'intstr.IntOrString'],
  ],
  'apps.RollingUpdateDeployment': [
    ['MaxUnavailable', 'intstr.IntOrString'],
    ['MaxSurge', 'intstr.IntOrString'],
  ],
  'apps.RollingUpdateStatefulSetStrategy': [
    ['Partition', 'int32'],
    ['MaxUnavailable', '*intstr.IntOrString'],
  ],
  'apps.StatefulSetUpdateStrategy': [
    ['Type', 'apps.StatefulSetUpdateStrategyType'],
    ['RollingUpdate', '*apps.RollingUpdateStatefulSetStrategy'],
  ],
  'autoscaling.ContainerResourceMetricSource': [
    ['Name', 'core.ResourceName'],
    ['Container', 'string'],
    ['Target', 'autoscaling.MetricTarget'],
  ],
  'autoscaling.CrossVersionObjectReference': [
    ['Kind', 'string'],
    ['Name', 'string'],
    ['APIVersion', 'string'],
  ],
  'autoscaling.ExternalMetricSource': [
    ['Metric', 'autoscaling.MetricIdentifier'],
    ['Target', 'autoscaling.MetricTarget'],
  ],
  'autoscaling.MetricIdentifier': [
    ['Name', 'string'],
    ['Selector', '*v1.LabelSelector'],
  ],
  'autoscaling.MetricSpec': [
    ['Type', 'autoscaling.MetricSourceType'],
    ['Object', '*autoscaling.ObjectMetricSource'],
    ['Pods', '*autoscaling.PodsMetricSource'],
    ['Resource', '*autoscaling.ResourceMetricSource'],
    ['ContainerResource', '*autoscaling.ContainerResourceMetricSource'],
    ['External', '*autoscaling.ExternalMetricSource'],
  ],
  'autoscaling.MetricTarget': [
    ['Type', 'autoscaling.MetricTargetType'],
    ['Value', '*resource.Quantity'],
    ['AverageValue', '*resource.Quantity'],
    ['AverageUtilization', '*int32'],
  ],
  'autoscaling.ObjectMetricSource': [
    ['DescribedObject', 'autoscaling.CrossVersionObjectReference'],
    ['Target', 'autoscaling.MetricTarget'],
    ['Metric', 'autoscaling.MetricIdentifier'],
  ],
  'autoscaling.PodsMetricSource': [
    ['Metric', 'autoscaling.MetricIdentifier'],
    ['Target', 'autoscaling.MetricTarget'],
  ],
  'autoscaling.ResourceMetricSource': [
    ['Name', 'core.ResourceName'],
    ['Target', 'autoscaling.MetricTarget'],
  ],
  'batch.PodFailurePolicyOnExitCodesRequirement': [
    ['ContainerName', '*string'],
    ['Operator', 'batch.PodFailurePolicyOnExitCodesOperator'],
    ['Values', '[]int32'],
  ],
  'batch.PodFailurePolicyOnPodConditionsPattern': [
    ['Type', 'core.PodConditionType'],
    ['Status', 'core.ConditionStatus'],
  ],
  'batch.PodFailurePolicyRule': [
    ['Action', 'batch.PodFailurePolicyAction'],
    ['OnExitCodes', '*batch.PodFailurePolicyOnExitCodesRequirement'],
    ['OnPodConditions', '[]batch.PodFailurePolicyOnPodConditionsPattern'],
  ],
  'batch.SuccessPolicy': [['Rules', '[]batch.SuccessPolicyRule']],
  'batch.SuccessPolicyRule': [
    ['SucceededIndexes', '*string'],
    ['SucceededCount', '*int32'],
  ],
  'core.AppArmorProfile': [
    ['Type', 'core.AppArmorProfileType'],
    ['LocalhostProfile', '*string'],
  ],
  'core.Capabilities': [
    ['Add', '[]core.Capability'],
    ['Drop', '[]core.Capability'],
  ],
  'core.EndpointAddress': [
    ['IP', 'string'],
    ['Hostname', 'string'],
    ['NodeName', '*string'],
    ['TargetRef', '*core.ObjectReference'],
  ],
  'core.ExecAction': [['Command', '[]string']],
  'core.HTTPGetAction': [
    ['Path', 'string'],
    ['Port', 'intstr.IntOrString'],
    ['Host', 'string'],
    ['Scheme', 'core.URIScheme'],
    ['HTTPHeaders', '[]core.HTTPHeader'],
  ],
  'core.HTTPHeader': [
    ['Name', 'string'],
    ['Value', 'string'],
  ],
  'core.LifecycleHandler': [
    ['Exec', '*core.ExecAction'],
    ['HTTPGet', '*core.HTTPGetAction'],
    ['TCPSocket', '*core.TCPSocketAction'],
    ['Sleep', '*core.SleepAction'],
  ],
  'core.NodeSelector': [['NodeSelectorTerms', '[]core.NodeSelectorTerm']],
  'core.NodeSelectorRequirement': [
    ['Key', 'string'],
    ['Operator', 'core.NodeSelectorOperator'],
    ['Values', '[]string'],
  ],
  'core.NodeSelectorTerm': [
    ['MatchExpressions', '[]core.NodeSelectorRequirement'],
    ['MatchFields', '[]core.NodeSelectorRequirement'],
  ],
  'core.ObjectReference': [
    ['Kind', 'string'],
    ['Namespace', 'string'],
    ['Name', 'string'],
    ['UID', 'types.UID'],
    ['APIVersion', 'string'],
    ['ResourceVersion', 'string'],
    ['FieldPath', 'string'],
  ],
  'core.PodResourceClaim': [
    ['Name', 'string'],
    ['ResourceClaimName', '*string'],
    ['ResourceClaimTemplateName', '*string'],
  ],
  'core.SELinuxOptions': [
    ['User', 'string'],
    ['Role', 'string'],
    ['Type', 'string'],
    ['Level', 'string'],
  ],
  'core.ScopeSelector': [['MatchExpressions', '[]core.ScopedResourceSelectorRequirement']],
  'core.ScopedResourceSelectorRequirement': [
    ['ScopeName', 'core.ResourceQuotaScope'],
    ['Operator', 'core.ScopeSelectorOperator'],
    ['Values', '[]string'],
  ],
  'core.SeccompProfile': [
    ['Type', 'core.SeccompProfileType'],
    ['LocalhostProfile', '*string'],
  ],
  'core.SecurityContext': [
    ['Capabilities', '*core.Capabilities'],
    ['Privileged', '*bool'],
    ['SELinuxOptions', '*core.SELinuxOptions'],
    ['WindowsOptions', '*core.WindowsSecurityContextOptions'],
    ['RunAsUser', '*int64'],
    ['RunAsGroup', '*int64'],
    ['RunAsNonRoot', '*bool'],
    ['ReadOnlyRootFilesystem', '*bool'],
    ['AllowPrivilegeEscalation', '*bool'],
    ['ProcMount', '*core.ProcMountType'],
    ['SeccompProfile', '*core.SeccompProfile'],
    ['AppArmorProfile', '*core.AppArmorProfile'],
  ],
  'core.ServicePort': [
    ['Name', 'string'],
    ['Protocol', 'core.Protocol'],
    ['AppProtocol', '*string'],
    ['Port', 'int32'],
    ['TargetPort', 'intstr.IntOrString'],
    ['NodePort', 'int32'],
  ],
  'core.SleepAction': [['Seconds', 'int64']],
  'core.TCPSocketAction': [
    ['Port', 'intstr.IntOrString'],
    ['Host', 'string'],
  ],
  'core.Taint': [
    ['Key', 'string'],
    ['Value', 'string'],
    ['Effect', 'core.TaintEffect'],
    ['TimeAdded', '*v1.Time'],
  ],
  'core.Toleration': [
    ['Key', 'string'],
    ['Operator', 'core.TolerationOperator'],
    ['Value', 'string'],
    ['Effect', 'core.TaintEffect'],
    ['TolerationSeconds', '*int64'],
  ],
  'core.TopologySpreadConstraint': [
    ['MaxSkew', 'int32'],
    ['TopologyKey', 'string'],
    ['WhenUnsatisfiable', 'core.UnsatisfiableConstraintAction'],
    ['LabelSelector', '*v1.LabelSelector'],
    ['MinDomains', '*int32'],
    ['NodeAffinityPolicy', '*core.NodeInclusionPolicy'],
    ['NodeTaintsPolicy', '*core.NodeInclusionPolicy'],
    ['MatchLabelKeys', '[]string'],
  ],
  'core.TypedLocalObjectReference': [
    ['APIGroup', '*string'],
    ['Kind', 'string'],
    ['Name', 'string'],
  ],
  'core.VolumeMount': [
    ['Name', 'string'],
    ['ReadOnly', 'bool'],
    ['RecursiveReadOnly', '*core.RecursiveReadOnlyMode'],
    ['MountPath', 'string'],
    ['SubPath', 'string'],
    ['MountPropagation', '*core.MountPropagationMode'],
    ['SubPathExpr', 'string'],
  ],
  'core.WindowsSecurityContextOptions': [
    ['GMSACredentialSpecName', '*string'],
    ['GMSACredentialSpec', '*string'],
    ['RunAsUserName', '*string'],
    ['HostProcess', '*bool'],
  ],
  'flowcontrol.ExemptPriorityLevelConfiguration': [
    ['NominalConcurrencyShares', '*int32'],
    ['LendablePercent', '*int32'],
  ],
  'flowcontrol.FlowDistinguisherMethod': [['Type', 'flowcontrol.FlowDistinguisherMethodType']],
  'flowcontrol.FlowSchemaSpec': [
    ['PriorityLevelConfiguration', 'flowcontrol.PriorityLevelConfigurationReference'],
    ['MatchingPrecedence', 'int32'],
    ['DistinguisherMethod', '*flowcontrol.FlowDistinguisherMethod'],
    ['Rules', '[]flowcontrol.PolicyRulesWithSubjects'],
  ],
  'flowcontrol.GroupSubject': [['Name', 'string']],
  'flowcontrol.LimitResponse': [
    ['Type', 'flowcontrol.LimitResponseType'],
    ['Queuing', '*flowcontrol.QueuingConfiguration'],
  ],
  'flowcontrol.LimitedPriorityLevelConfiguration': [
    ['NominalConcurrencyShares', 'int32'],
    ['LimitResponse', 'flowcontrol.LimitResponse'],
    ['LendablePercent', '*int32'],
    ['BorrowingLimitPercent', '*int32'],
  ],
  'flowcontrol.NonResourcePolicyRule': [
    ['Verbs', '[]string'],
    ['NonResourceURLs', '[]string'],
  ],
  'flowcontrol.PolicyRulesWithSubjects': [
    ['Subjects', '[]flowcontrol.Subject'],
    ['ResourceRules', '[]flowcontrol.ResourcePolicyRule'],
    ['NonResourceRules', '[]flowcontrol.NonResourcePolicyRule'],
  ],
  'flowcontrol.PriorityLevelConfigurationReference': [['Name', 'string']],
  'flowcontrol.PriorityLevelConfigurationSpec': [
    ['Type', 'flowcontrol.PriorityLevelEnablement'],
    ['Limited', '*flowcontrol.LimitedPriorityLevelConfiguration'],
    ['Exempt', '*flowcontrol.ExemptPriorityLevelConfiguration'],
  ],
  'flowcontrol.QueuingConfiguration': [
    ['Queues', 'int32'],
    ['HandSize', 'int32'],
    ['QueueLengthLimit', 'int32'],
  ],
  'flowcontrol.ResourcePolicyRule': [
    ['Verbs', '[]string'],
    ['APIGroups', '[]string'],
    ['Resources', '[]string'],
    ['ClusterScope', 'bool'],
    ['Namespaces', '[]string'],
  ],
  'flowcontrol.ServiceAccountSubject': [
    ['Namespace', 'string'],
    ['Name', 'string'],
  ],
  'flowcontrol.Subject': [
    ['Kind', 'flowcontrol.SubjectKind'],
    ['User', '*flowcontrol.UserSubject'],
    ['Group', '*flowcontrol.GroupSubject'],
    ['ServiceAccount', '*flowcontrol.ServiceAccountSubject'],
  ],
  'flowcontrol.UserSubject': [['Name', 'string']],
  'networking.HTTPIngressPath': [
    ['Path', 'string'],
    ['PathType', '*networking.PathType'],
    ['Backend', 'networking.IngressBackend'],
  ],
  'networking.HTTPIngressRuleValue': [['Paths', '[]networking.HTTPIngressPath']],
  'networking.IngressBackend': [
    ['Service', '*networking.IngressServiceBackend'],
    ['Resource', '*core.TypedLocalObjectReference'],
  ],
  'networking.IngressRule': [
    ['Host', 'string'],
    ['IngressRuleValue', 'networking.IngressRuleValue', '', true],
  ],
  'networking.IngressRuleValue': [['HTTP', '*networking.HTTPIngressRuleValue']],
  'networking.IngressServiceBackend': [
    ['Name', 'string'],
    ['Port', 'networking.ServiceBackendPort'],
  ],
  'networking.ServiceBackendPort': [
    ['Name', 'string'],
    ['Number', 'int32'],
  ],
  'networking.ServiceCIDRSpec': [['CIDRs', '[]string']],
  'policy.PodDisruptionBudgetSpec': [
    ['MinAvailable', '*intstr.IntOrString'],
    ['Selector', '*v1.LabelSelector'],
    ['MaxUnavailable', '*intstr.IntOrString'],
    ['UnhealthyPodEvictionPolicy', '*policy.UnhealthyPodEvictionPolicyType'],
  ],
  'resource.DeviceAttribute': [
    ['IntValue', '*int64'],
    ['BoolValue', '*bool'],
    ['StringValue', '*string'],
    ['VersionValue', '*string'],
    ['IntValues', '[]int64'],
    ['BoolValues', '[]bool'],
    ['StringValues', '[]string'],
    ['VersionValues', '[]string'],
  ],
  'v1.LabelSelector': [
    ['MatchLabels', 'map[string]string', 'matchLabels,omitempty'],
    ['MatchExpressions', '[]v1.LabelSelectorRequirement', 'matchExpressions,omitempty'],
  ],
  'v1.LabelSelectorRequirement': [
    ['Key', 'string', 'key'],
    ['Operator', 'v1.LabelSelectorOperator', 'operator'],
    ['Values', '[]string', 'values,omitempty'],
  ],
  'v1.OwnerReference': [
    ['APIVersion', 'string', 'apiVersion'],
    ['Kind', 'string', 'kind'],
    ['Name', 'string', 'name'],
    ['UID', 'types.UID', 'uid'],
    ['Controller', '*bool', 'controller,omitempty'],
    ['BlockOwnerDeletion', '*bool', 'blockOwnerDeletion,omitempty'],
  ],
};

/** The fields that types had up to an older minor version, the oldest first. */
export const OLDER_GO_STRUCTS: Readonly<
  Record<string, readonly (readonly [until: number, fields: readonly GoField[]])[]>
> = {
  'apiextensions.CustomResourceDefinitionVersion': [
    [
      29,
      [
        ['Name', 'string'],
        ['Served', 'bool'],
        ['Storage', 'bool'],
        ['Deprecated', 'bool'],
        ['DeprecationWarning', '*string'],
        ['Schema', '*apiextensions.CustomResourceValidation'],
        ['Subresources', '*apiextensions.CustomResourceSubresources'],
        ['AdditionalPrinterColumns', '[]apiextensions.CustomResourceColumnDefinition'],
      ],
    ],
  ],
  'apiextensions.ValidationRule': [
    [
      28,
      [
        ['Rule', 'string'],
        ['Message', 'string'],
        ['MessageExpression', 'string'],
        ['Reason', '*apiextensions.FieldValueErrorReason'],
        ['FieldPath', 'string'],
      ],
    ],
  ],
  'core.ClaimSource': [
    [
      30,
      [
        ['ResourceClaimName', '*string'],
        ['ResourceClaimTemplateName', '*string'],
      ],
    ],
  ],
  'core.LifecycleHandler': [
    [
      28,
      [
        ['Exec', '*core.ExecAction'],
        ['HTTPGet', '*core.HTTPGetAction'],
        ['TCPSocket', '*core.TCPSocketAction'],
      ],
    ],
  ],
  'core.PodResourceClaim': [
    [
      30,
      [
        ['Name', 'string'],
        ['Source', 'core.ClaimSource'],
      ],
    ],
  ],
  'core.SecurityContext': [
    [
      29,
      [
        ['Capabilities', '*core.Capabilities'],
        ['Privileged', '*bool'],
        ['SELinuxOptions', '*core.SELinuxOptions'],
        ['WindowsOptions', '*core.WindowsSecurityContextOptions'],
        ['RunAsUser', '*int64'],
        ['RunAsGroup', '*int64'],
        ['RunAsNonRoot', '*bool'],
        ['ReadOnlyRootFilesystem', '*bool'],
        ['AllowPrivilegeEscalation', '*bool'],
        ['ProcMount', '*core.ProcMountType'],
        ['SeccompProfile', '*core.SeccompProfile'],
      ],
    ],
  ],
  'core.VolumeMount': [
    [
      29,
      [
        ['Name', 'string'],
        ['ReadOnly', 'bool'],
        ['MountPath', 'string'],
        ['SubPath', 'string'],
        ['MountPropagation', '*core.MountPropagationMode'],
        ['SubPathExpr', 'string'],
      ],
    ],
  ],
  'resource.DeviceAttribute': [
    [
      35,
      [
        ['IntValue', '*int64'],
        ['BoolValue', '*bool'],
        ['StringValue', '*string'],
        ['VersionValue', '*string'],
      ],
    ],
  ],
};

/** Lists and maps with a name. */
export const GO_COLLECTIONS: Readonly<Record<string, string>> = {
  'apiextensions.JSONSchemaDefinitions': 'map[string]apiextensions.JSONSchemaProps',
  'apiextensions.JSONSchemaDependencies': 'map[string]apiextensions.JSONSchemaPropsOrStringArray',
  'apiextensions.ValidationRules': '[]apiextensions.ValidationRule',
  'core.ResourceList': 'map[core.ResourceName]resource.Quantity',
};
