import type { Clock } from "../../kernel/clock.js";

/** Production's business time: the machine's. */
export const systemClock: Clock = { now: () => Date.now() };
