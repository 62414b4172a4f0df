import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from "node:os";

/** What the figures were measured on. */
export function machine(): object {
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memory_gb: Math.round(totalmem() / 2 ** 30),
    os: `${platform()} ${release()} ${arch()}`,
    node: process.version,
  };
}

/** Under which circumstances. */
export function conditions(quick: boolean): object {
  return {
    started_at: new Date().toISOString(),
    quick,
    // Above zero before anything was started: somebody else was using the machine.
    load_before: loadavg().map((load) => Number(load.toFixed(2))),
    stores: "embedded event node in its own process and embedded PostgreSQL, both durable on disk",
    placement: "stores, service and load on this one machine, each in processes of its own",
    settings: "SANDBOX=on RATE_LIMITS=off LOG_LEVEL=warn",
  };
}
