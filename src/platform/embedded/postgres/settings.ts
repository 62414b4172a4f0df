/** What the server is told on its command line, where it wins over postgresql.conf. */
export interface ServerSettings {
  readonly port: number;
  /** False gives up safety against power cuts for speed; only for throw-away test data. */
  readonly durable: boolean;
}

const LAPTOP: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  // In the data folder, which is where the server works; a socket costs half of what TCP does.
  unix_socket_directories: ".",
  max_connections: "100",
  shared_buffers: "128MB",
  // Nothing replicates from an embedded server, so the log need not carry what replicas want.
  wal_level: "minimal",
  max_wal_senders: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  // Errors of statements reach the client that sent them; the server's own voice is for faults.
  log_min_messages: "log",
  log_checkpoints: "off",
  log_line_prefix: "",
  logging_collector: "off",
  cluster_name: "daybook",
};

const THROW_AWAY: Readonly<Record<string, string>> = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
};

/** The settings as command line arguments of `postgres`. */
export function settingArguments({ port, durable }: ServerSettings): string[] {
  return Object.entries({ port: String(port), ...LAPTOP, ...(durable ? {} : THROW_AWAY) }).flatMap(
    ([name, value]) => ["-c", `${name}=${value}`],
  );
}
