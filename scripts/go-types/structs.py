"""Reads the structs of internal types out of the Go sources: python3 scripts/go-types/structs.py src/validation/go-types/structs.ts"""
import re,glob,os,subprocess,sys,json
mod=subprocess.check_output(['go','env','GOMODCACHE'],text=True).strip()
def load(ver):
    types={}
    roots=glob.glob(f'{mod}/k8s.io/kubernetes@v1.{ver}/pkg/apis/*/types.go')
    roots+=[f'{mod}/k8s.io/apimachinery@v0.{ver}/pkg/apis/meta/v1/types.go',f'{mod}/k8s.io/apiextensions-apiserver@v0.{ver}/pkg/apis/apiextensions/types.go',f'{mod}/k8s.io/apiextensions-apiserver@v0.{ver}/pkg/apis/apiextensions/types_jsonschema.go']
    for f in roots:
        t=open(f).read()
        t=re.sub(r'/\*.*?\*/','',t,flags=re.S); t=re.sub(r'//[^\n]*','',t)
        pkg=re.search(r'^package (\w+)',t,re.M)[1]
        imp={}
        for m in re.finditer(r'^\s*(?:import\s+)?(\w+)?\s*"([^"]+)"',t,re.M):
            base=m[2].split('/')[-1]
            real={'v1':'v1'}.get(base,base)
            imp[m[1] or base]=real
        for m in re.finditer(r'^type (\w+) struct \{(.*?)^\}',t,re.M|re.S):
            fields=[]
            for line in m[2].split('\n'):
                line=line.strip()
                if not line: continue
                mm=re.match(r'^(?:(\w+(?:\s*,\s*\w+)*)\s+)?([\*\[\]\w\.\{\}]+)\s*(`[^`]*`)?$',line)
                if not mm: print('??',pkg,m[1],line,file=sys.stderr); continue
                ty=mm[2]
                def q(x):
                    name=x[0]
                    if '.' in name:
                        a,b=name.split('.'); return imp.get(a,a)+'.'+b
                    if name in('string','bool','int','int32','int64','float64','byte','map','interface','uint8','interface{}'): return name
                    return pkg+'.'+name
                ty2=re.sub(r'[A-Za-z_][\w\.]*',q,ty)
                tag=re.search(r'json:"([^"]*)"',mm[3] or '')
                names=[n.strip() for n in mm[1].split(',')] if mm[1] else [None]
                for n in names:
                    fields.append([n or ty.lstrip('*').split('.')[-1], ty2, (tag[1] if tag else '')+('' if mm[1] else '|embedded')])
            types[f'{pkg}.{m[1]}']=fields
    named={}
    return types
ROOTS='apps.DeploymentStrategy apps.DaemonSetUpdateStrategy apps.StatefulSetUpdateStrategy apps.RollingUpdateStatefulSetStrategy core.Toleration core.Taint core.ServicePort core.SecurityContext core.SeccompProfile core.AppArmorProfile core.PodResourceClaim core.TypedLocalObjectReference core.EndpointAddress v1.LabelSelector v1.OwnerReference policy.PodDisruptionBudgetSpec flowcontrol.FlowSchemaSpec flowcontrol.PriorityLevelConfigurationSpec flowcontrol.FlowDistinguisherMethod networking.ServiceCIDRSpec admissionregistration.AuditAnnotation apiextensions.CustomResourceDefinitionVersion apiextensions.ValidationRule core.ScopedResourceSelectorRequirement core.TopologySpreadConstraint core.LifecycleHandler batch.PodFailurePolicyRule autoscaling.MetricSpec core.VolumeMount'.split()
def closure(types):
    out={}; todo=[r for r in ROOTS if r in types]
    while todo:
        n=todo.pop()
        if n in out: continue
        out[n]=types[n]
        for g,ty,tag in types[n]:
            for m in re.findall(r'[a-z]\w*\.\w+',ty):
                if m in types and m not in ('v1.Time','v1.MicroTime'): todo.append(m)
    return out
def ts(name,m):
    lines=[f"export const {name}: Readonly<Record<string, readonly GoField[]>> = {{"]
    for n in sorted(m):
        fs=[]
        for g,ty,tag in m[n]:
            emb='|embedded' in tag; t=tag.replace('|embedded','')
            fs.append(json.dumps([g,ty]+([t if t else ('' if emb else None)]+( [True] if emb else []) if t or emb else [])))
        lines.append(f"  '{n}': [{', '.join(fs)}],")
    lines.append("};")
    return "\n".join(lines)
if len(sys.argv)>1:
    A=closure(load('36.3')); B=closure(load('28.15'))
    D={n:f for n,f in B.items() if A.get(n)!=f}
    open(sys.argv[1],'w').write('''/**
 * Fields of internal types of the server whose values stand in messages, in the order of the sources. Generated from the
 * types.go files of k8s.io/kubernetes 1.36.3 and 1.28.15 by scripts/go-types/structs.py.
 */

/** Name, type, tag for JSON where there is one, and whether the struct is embedded. */
export type GoField = readonly [name: string, type: string, tag?: string, embedded?: boolean];

'''+ts('GO_STRUCTS',A)+"\n\n/** Types that had other fields in 1.28. */\n"+ts('GO_STRUCTS_OF_1_28',D)+"\n")
    print(len(A),len(D))
