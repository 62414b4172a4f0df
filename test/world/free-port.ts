import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Where ports are looked for: below those that systems hand out by themselves (from 32768 on
 * Linux, from 49152 elsewhere), so that nobody gets one between our finding and our using it.
 */
const FROM = 15_000;
const TO = 32_000;

/** A port of 127.0.0.1 that nobody listens on, nor will unless told to. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FROM, TO);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
