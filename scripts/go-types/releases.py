"""Patch releases of the supported Kubernetes versions, from the table that names the test servers: `28.15` for 1.28.15."""
import os
import re

TABLE = os.path.join(os.path.dirname(__file__), '..', '..', 'test', 'e2e', 'server', 'versions.ts')
RELEASES = re.findall(r"^  '1\.\d+': '1\.(\d+\.\d+)',$", open(TABLE).read(), re.M)
