/**
 * How far a finished transaction is safe. "throw-away" may lose the last ones in a crash of the machine,
 * which is right for test databases only.
 */
export type Durability = "durable" | "throw-away";

/** PostgreSQL's settings as command line arguments, for a small machine. A connection costs about 20 MB. */
export function serverSettings(port: number, durability: Durability): string[] {
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    // Every connection's resident size grows by what it touches of these; the system's own cache does the rest.
    shared_buffers: "16MB",
    work_mem: "8MB",
    // A run over a million customers writes 700 MB of log: half of this would stop it for a checkpoint, several times.
    max_wal_size: "1GB",
    // The default is a thirty-second of the buffers: half a megabyte, which a bulk write fills all the time.
    wal_buffers: "2MB",
    // Parallel workers and compiled queries cost memory and start-up time that small shops never win back.
    max_parallel_workers_per_gather: 0,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    synchronous_commit: durability === "durable" ? "on" : "off",
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
