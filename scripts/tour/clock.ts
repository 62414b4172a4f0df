import { z } from "zod";
import { DAY, HOUR, MINUTE, SECOND } from "../../src/kernel/clock.js";
import { UTC_OFFSET_MINUTES } from "../../src/markets/minuteserv/policy.js";
import type { Api } from "./api.js";

const time = z.object({ now: z.string() });

/** The service's business time, which the sandbox moves on for the tour. */
export class TourClock {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Milliseconds since the epoch. */
  async now(): Promise<number> {
    const { now } = await this.#api.ask({ method: "GET", path: "/sandbox/clock" }, time);
    return Date.parse(now);
  }

  /** Moves on; what falls due meanwhile is done when it answers. */
  async pass(milliseconds: number): Promise<void> {
    const body = { advance_seconds: Math.ceil(milliseconds / SECOND) };
    await this.#api.ask({ method: "POST", path: "/sandbox/clock", body }, time);
  }

  /** Moves on to an instant; nothing where that has passed already. */
  async reach(instant: number): Promise<void> {
    const left = instant - (await this.now());
    if (left > 0) await this.pass(left);
  }

  /** The start of the market's next day on which it is not yet seven in the morning. */
  async nextDay(): Promise<TourDay> {
    const local = (await this.now()) + UTC_OFFSET_MINUTES * MINUTE;
    return new TourDay(Math.ceil((local - 7 * HOUR) / DAY) * DAY);
  }
}

/** A calendar day at the market's place. */
export class TourDay {
  readonly #midnight: number;

  /** @param midnight of the day, as if the place were at UTC */
  constructor(midnight: number) {
    this.#midnight = midnight;
  }

  /** `2024-01-20` */
  get date(): string {
    return new Date(this.#midnight).toISOString().slice(0, 10);
  }

  /** The instant of a full hour and minutes of wall time. */
  at(hour: number, minutes = 0): number {
    return this.#midnight + hour * HOUR + (minutes - UTC_OFFSET_MINUTES) * MINUTE;
  }
}
