import { type App, Chart } from 'cdk8s';
import {
  Credentials,
  customResources,
  ExternalDatabase,
  MariaDb,
  MySql,
  Peer,
  Qos,
  TenantNamespace,
} from 'cdk8s-patterns';

/** The files that the driver mounts: `root` and `application`, from two keys of one entry of the Vault. */
const VAULT_OBJECTS = `- objectName: root
  secretPath: secret/data/shop/db
  secretKey: root
- objectName: application
  secretPath: secret/data/shop/db
  secretKey: application
`;

/**
 * Database passwords from an operator, a SealedSecret and files of a Vault, and an externally managed database. Each
 * database starts only where the operator or driver of its passwords is installed and can reach your passwords.
 *
 * Needs: Kubernetes 1.28 or later, a default StorageClass, a network plugin that enforces NetworkPolicy, the External
 * Secrets Operator (ExternalSecret) with a ClusterSecretStore `vault`, the Sealed Secrets controller (SealedSecret), and
 * the Secrets Store CSI driver (SecretProviderClass) with its Vault provider.
 */
export default function (app: App): void {
  const chart = new Chart(app, 'credential-sources', { namespace: 'databases' });
  new TenantNamespace(chart, 'databases');
  const common = {
    database: 'shop',
    storage: { size: '10Gi' },
    qos: Qos.guaranteed({ cpu: '500m', memory: '1Gi' }),
    clients: [Peer.namespace('shop')],
  };

  new MySql(chart, 'from-operator', {
    ...common,
    user: 'shop',
    credentials: Credentials.fromExternalSecret({
      store: { name: 'vault', kind: 'ClusterSecretStore' },
      entry: 'shop/db',
      properties: { rootPassword: 'root', password: 'application' },
    }),
  });
  new MySql(chart, 'sealed', {
    ...common,
    user: 'shop',
    // What `kubeseal --raw --name sealed-auth --namespace databases` prints; here a stand-in of the right shape.
    credentials: Credentials.fromSealedSecret({
      encrypted: { rootPassword: 'AgBy'.repeat(90), password: 'AgCz'.repeat(90) },
    }),
  });
  const vault = new customResources.SecretProviderClass(chart, 'db-vault', {
    metadata: { name: 'db-vault' },
    spec: {
      provider: 'vault',
      parameters: { roleName: 'shop', vaultAddress: 'https://vault.example.com', objects: VAULT_OBJECTS },
    },
  });
  new MariaDb(chart, 'from-vault', {
    ...common,
    user: 'shop',
    credentials: Credentials.fromCsi(vault, { rootPassword: 'root', password: 'application' }),
  });
  new ExternalDatabase(chart, 'managed', {
    host: 'shop.abc123.eu-west-1.rds.example.com',
    database: 'shop',
    credentials: Credentials.fromSecret('managed-db', { username: 'username', password: 'password' }),
  });
}
