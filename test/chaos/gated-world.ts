import { openGate, type Gate } from "../world/gate.js";
import { openServiceWorld, type ServiceWorld } from "../world/service.js";

/** A whole Daybook whose stores can go away, each behind a gate of its own. */
export interface GatedWorld extends ServiceWorld {
  readonly logGate: Gate;
  readonly databaseGate: Gate;
}

/** Starts a service, without rate limits, that reaches its stores through gates alone. */
export async function openGatedWorld(): Promise<GatedWorld> {
  const gates: Gate[] = [];
  const world = await openServiceWorld({ RATE_LIMITS: "off" }, async (stores) => {
    const [databaseUrl, eventStoreUrl] = [
      new URL(stores.databaseUrl),
      new URL(stores.eventStoreUrl),
    ];
    for (const url of [databaseUrl, eventStoreUrl]) {
      const gate = await openGate(Number(url.port));
      gates.push(gate);
      url.port = String(gate.port);
    }
    // A socket file would go past the gate; and a store is to count as away after the usual time.
    databaseUrl.searchParams.delete("host");
    databaseUrl.searchParams.delete("connect_timeout");
    return { databaseUrl: databaseUrl.href, eventStoreUrl: eventStoreUrl.href };
  });
  const [databaseGate, logGate] = gates;
  if (databaseGate === undefined || logGate === undefined) throw new Error("a store has no gate");
  return {
    ...world,
    logGate,
    databaseGate,
    async close() {
      await world.close();
      await Promise.all(gates.map((gate) => gate.close()));
    },
  };
}
