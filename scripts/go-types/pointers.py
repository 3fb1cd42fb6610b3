"""Reads which scalar fields of the API are pointers in Go: only for these, a zero value differs from a field that is not set.

    python3 scripts/go-types/pointers.py src/validation/go-types/pointers.ts && npx biome check --write src/validation/go-types
"""
import glob
import re
import sys

from releases import RELEASES, module

OLDEST_AND_NEWEST = [RELEASES[0], RELEASES[-1]]
STRUCT = re.compile(r'^type (\w+) struct \{(.*?)^\}', re.M | re.S)
FIELD = re.compile(r'^\s*\w+\s+\*([\w.]+)\s+`json:"([\w-]+)', re.M)
HEAD = '''/**
 * Scalar fields of the API that are pointers in Go. Only for these, a zero value differs from a field that is not set.
 * Generated from k8s.io/api, apiextensions-apiserver and kube-aggregator {versions} by scripts/go-types/pointers.py.
 * Keys are group, version and type.
 */
'''


def sources(release):
    return (
        glob.glob(f'{module("api", release)}/*/*/types.go')
        + glob.glob(f'{module("apiextensions-apiserver", release)}/pkg/apis/apiextensions/v1/types*.go')
        + glob.glob(f'{module("kube-aggregator", release)}/pkg/apis/apiregistration/v1/types.go')
        + [f'{module("apimachinery", release)}/pkg/apis/meta/v1/types.go']
    )


def main(target):
    pointers = {}
    for release in OLDEST_AND_NEWEST:
        structs = set()
        texts = []
        for path in sources(release):
            text = re.sub(r'//[^\n]*', '', open(path).read())
            group, version = path.split('/')[-3:-1]
            structs |= {match[1] for match in STRUCT.finditer(text)}
            texts.append((group, version, text))
        for group, version, text in texts:
            for match in STRUCT.finditer(text):
                for go_type, field in FIELD.findall(match[2]):
                    name = go_type.split('.')[-1]
                    if name in structs or name in ('Time', 'MicroTime', 'Quantity', 'RawExtension'):
                        continue
                    pointers.setdefault(f'{group}.{version}.{match[1]}', set()).add(field)
    lines = [f"  '{key}': [{', '.join(repr(each) for each in sorted(pointers[key]))}]," for key in sorted(pointers)]
    with open(target, 'w') as file:
        versions = ' and '.join(f'0.{release}' for release in OLDEST_AND_NEWEST)
        file.write(HEAD.replace('{versions}', versions) + 'export const GO_POINTERS: Readonly<Record<string, readonly string[]>> = {\n')
        file.write('\n'.join(lines) + '\n};\n')


main(sys.argv[1])
