import { ownField } from '../../values';

/** Ports of URLs that name none. @see https://www.iana.org/assignments/service-names-port-numbers */
const PORTS: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  ws: 80,
  wss: 443,
  redis: 6379,
  rediss: 6379,
  amqp: 5672,
  amqps: 5671,
  mongodb: 27017,
  postgres: 5432,
  postgresql: 5432,
  mysql: 3306,
  mariadb: 3306,
  nats: 4222,
  ldap: 389,
};

/** The port of `http://db`; no port for another scheme. */
export function portOfScheme(url: string): number | undefined {
  return ownField(PORTS, /^(?:jdbc:)?([a-z]+):\/\//.exec(url)?.[1] ?? '');
}

/** A URL, of JDBC too, or `host:port`; the host of a URL may stand alone. */
export const ADDRESS =
  /^(?:(?:jdbc:)?[a-z][a-z0-9+.-]*:\/\/(?:[^/@\s]*@)?([a-z0-9.-]+)(?::(\d{1,5}))?(?:[/?;].*)?)$|^([a-z0-9.-]+):(\d{1,5})(?:\/.*)?$/;

/** Ports that clients connect to: an app that names its own host beside a port uses others. */
export const CLIENT_PORTS: ReadonlySet<number | undefined> = new Set([
  25, 389, 465, 587, 636, 1433, 1521, 3306, 5432, 5671, 5672, 6379, 6380, 8883, 9042, 9092, 9093, 11211, 27017,
]);
