"""Patch releases of the supported Kubernetes versions, from the table that names the test servers, and the sources of their modules."""
import os
import re
import subprocess

TABLE = os.path.join(os.path.dirname(__file__), '..', '..', 'test', 'e2e', 'server', 'versions.ts')
# `28.15` for 1.28.15.
RELEASES = re.findall(r"^  '1\.\d+': '1\.(\d+\.\d+)',$", open(TABLE).read(), re.M)
MODULES = subprocess.check_output(['go', 'env', 'GOMODCACHE'], text=True).strip() + '/k8s.io'


def module(name, release):
    """Directory of `kubernetes` or another module of a release in Go's cache, downloaded when it is not there."""
    version = f'v{1 if name == "kubernetes" else 0}.{release}'
    folder = f'{MODULES}/{name}@{version}'
    if not os.path.isdir(folder):
        subprocess.run(['go', 'mod', 'download', f'k8s.io/{name}@{version}'], check=True)
    return folder
