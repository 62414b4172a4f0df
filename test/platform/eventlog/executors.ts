import { Executor } from "../../../src/platform/eventlog/writing/executor.js";
import { Slots } from "../../../src/platform/eventlog/writing/slots.js";
import { StreamMemory } from "../../../src/platform/eventlog/writing/stream-memory.js";
import type { LogWorld } from "../../world/log-world.js";

/**
 * Executors that know nothing of each other, as in so many processes of the service. They share
 * a connection, since a process can have but one.
 */
export const separateExecutors = (
  { connection, vault, clock }: LogWorld,
  count: number,
): Executor[] => {
  const slots = new Slots();
  return Array.from({ length: count }, () => {
    const memory = new StreamMemory(connection, vault);
    return new Executor({ connection, memory, slots, vault, clock });
  });
};
