import test from "ava";
import { MemoryStorage } from "../../../src/platform/embedded/event-node/storage/memory-storage.js";
import { RecentIds } from "../../../src/platform/embedded/event-node/writing/recent-ids.js";

const LOOKED_AT = new Set([1, 49_999, 50_000, 50_001, 99_999, 100_000, 100_001, 150_000]);

test("the latest 50,000 ids are known, those long gone are forgotten", (t) => {
  const ids = RecentIds.of(new MemoryStorage());
  for (let n = 1; n <= 150_000; n += 1) {
    ids.remember({ id: `id-${n}`, stream: "s", revision: n });
    if (!LOOKED_AT.has(n)) continue;
    t.like(ids.find(`id-${n}`), { stream: "s", revision: n });
    const oldest = Math.max(1, n - 49_999);
    t.like(ids.find(`id-${oldest}`), { stream: "s", revision: oldest });
  }
  t.is(ids.find("id-1"), undefined);
});
