"""Reads the internal types, whose values stand in messages, out of the Go sources of all Kubernetes versions.

    python3 scripts/go-types/structs.py src/validation/go-types/structs.ts && npx biome check --write src/validation/go-types
"""
import glob
import json
import re
import sys

from releases import RELEASES, module

# Types that messages show; those of their fields are added.
ROOTS = '''
admissionregistration.AuditAnnotation
apiextensions.CustomResourceDefinitionVersion apiextensions.ValidationRule
apps.DaemonSetUpdateStrategy apps.DeploymentStrategy apps.RollingUpdateStatefulSetStrategy apps.StatefulSetUpdateStrategy
autoscaling.MetricSpec
batch.PodFailurePolicy batch.PodFailurePolicyRule batch.SuccessPolicy
core.AppArmorProfile core.EndpointAddress core.EventSource core.LifecycleHandler core.NodeSelector core.PodResourceClaim
core.PodTemplateSpec core.ResourceList
core.ScopeSelector core.SeccompProfile core.SecurityContext core.ServicePort core.Taint core.Toleration core.TopologySpreadConstraint
core.TypedLocalObjectReference core.VolumeMount core.VolumeNodeAffinity
flowcontrol.FlowDistinguisherMethod flowcontrol.FlowSchemaSpec flowcontrol.PriorityLevelConfigurationSpec
networking.IngressRule networking.ParentReference networking.ServiceCIDRSpec
policy.PodDisruptionBudgetSpec
rbac.RoleRef
resource.DeviceAttribute resource.ResourceClaimSpec resource.ResourceClaimTemplateSpec
storage.CSINodeDriver storage.VolumeAttachmentSpec
v1.LabelSelector v1.OwnerReference
'''.split()

BASIC = {'string', 'bool', 'int', 'int32', 'int64', 'float64', 'byte', 'map', 'interface', 'uint8', 'interface{}'}
# Types that print themselves.
OWN_FORM = {'v1.Time', 'v1.MicroTime'}

HEAD = '''/**
 * Fields of internal types of the server whose values are shown in messages, in the order of the sources. Generated from the
 * types.go files of k8s.io/kubernetes, apimachinery and apiextensions-apiserver {versions} by scripts/go-types/structs.py.
 */

/** Name, type, tag for JSON where there is one, and whether the struct is embedded. */
export type GoField = readonly [name: string, type: string, tag?: string, embedded?: boolean];

'''


def sources(release):
    extensions = f'{module("apiextensions-apiserver", release)}/pkg/apis/apiextensions'
    return glob.glob(f'{module("kubernetes", release)}/pkg/apis/*/types.go') + [
        f'{module("apimachinery", release)}/pkg/apis/meta/v1/types.go',
        f'{extensions}/types.go',
        f'{extensions}/types_jsonschema.go',
    ]


def types_of(release):
    """Structs by `package.Name` (a list of name, type, tag and whether it is embedded), and named lists and maps."""
    types = {}
    for path in sources(release):
        text = open(path).read()
        text = re.sub(r'/\*.*?\*/', '', text, flags=re.S)
        text = re.sub(r'//[^\n]*', '', text)
        package = re.search(r'^package (\w+)', text, re.M)[1]
        imports = {}
        for match in re.finditer(r'^\s*(?:import\s+)?(\w+)?\s*"([^"]+)"', text, re.M):
            base = match[2].split('/')[-1]
            imports[match[1] or base] = base
        for match in re.finditer(r'^type (\w+) struct \{(.*?)^\}', text, re.M | re.S):
            types[f'{package}.{match[1]}'] = fields_of(match[2], package, imports)
        for match in re.finditer(r'^type (\w+) ((?:\[\]|map\[)\S+)$', text, re.M):
            types[f'{package}.{match[1]}'] = qualified_type(match[2], package, imports)
    return types


def fields_of(body, package, imports):
    fields = []
    for line in filter(None, (line.strip() for line in body.split('\n'))):
        match = re.match(r'^(?:(\w+(?:\s*,\s*\w+)*)\s+)?([*\[\]\w.{}]+)\s*(`[^`]*`)?$', line)
        if not match:
            continue
        qualified = qualified_type(match[2], package, imports)
        tag = re.search(r'json:"([^"]*)"', match[3] or '')
        embedded = match[1] is None
        names = [match[2].lstrip('*').split('.')[-1]] if embedded else [name.strip() for name in match[1].split(',')]
        fields += [(name, qualified, tag[1] if tag else '', embedded) for name in names]
    return fields


def qualified_type(type_, package, imports):
    return re.sub(r'[A-Za-z_][\w.]*', lambda name: qualify(name[0], package, imports), type_)


def qualify(name, package, imports):
    if '.' in name:
        prefix, rest = name.split('.')
        return f'{imports.get(prefix, prefix)}.{rest}'
    return name if name in BASIC else f'{package}.{name}'


def closure(types):
    found, todo = {}, [root for root in ROOTS if root in types]
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found[name] = types[name]
        inner = [types[name]] if isinstance(types[name], str) else [type_ for _, type_, _, _ in types[name]]
        for type_ in inner:
            todo += [part for part in re.findall(r'[a-z]\w*\.\w+', type_) if part in types and part not in OWN_FORM]
    return found


def literal(fields):
    rows = []
    for name, type_, tag, embedded in fields:
        row = [name, type_]
        if tag or embedded:
            row.append(tag)
        if embedded:
            row.append(True)
        rows.append(json.dumps(row))
    return f"[{', '.join(rows)}]"


def older_structs(by_release):
    """What structs had up to an older release, where the next one differs."""
    older = {}
    for release, types, following in zip(RELEASES, by_release, by_release[1:]):
        for name, fields in types.items():
            if following.get(name) != fields and not isinstance(fields, str):
                older.setdefault(name, []).append((int(release.split('.')[0]), fields))
    return older


def main(path):
    by_release = [closure(types_of(release)) for release in RELEASES]
    newest = by_release[-1]
    older = older_structs(by_release)
    with open(path, 'w') as file:
        file.write(HEAD.replace('{versions}', f'1.{RELEASES[0].split(".")[0]} to 1.{RELEASES[-1].split(".")[0]}'))
        file.write('export const GO_STRUCTS: Readonly<Record<string, readonly GoField[]>> = {\n')
        for name, fields in sorted(newest.items()):
            if not isinstance(fields, str):
                file.write(f"  '{name}': {literal(fields)},\n")
        file.write('};\n\n/** The fields that types had up to an older minor version, the oldest first. */\n')
        kind = 'Readonly<Record<string, readonly (readonly [until: number, fields: readonly GoField[]])[]>>'
        file.write(f'export const OLDER_GO_STRUCTS: {kind} = {{\n')
        for name in sorted(older):
            rows = ', '.join(f'[{until}, {literal(fields)}]' for until, fields in older[name])
            file.write(f"  '{name}': [{rows}],\n")
        file.write('};\n\n/** Lists and maps with a name. */\n')
        file.write('export const GO_COLLECTIONS: Readonly<Record<string, string>> = {\n')
        for name, type_ in sorted(newest.items()):
            if isinstance(type_, str):
                file.write(f"  '{name}': '{type_}',\n")
        file.write('};\n')
    print(len(newest), len(older))


main(sys.argv[1])
