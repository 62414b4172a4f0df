import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../world/answer.js";

/** Milliseconds that a client goes on: longer than a restart and a dead holder's lease together. */
const PATIENCE = 360_000;

/** What a client has to repeat: the same may do in a moment. */
function isPassing({ status, raw }: Answer): boolean {
  return status >= 500 || (status === 409 && raw.includes("request_in_progress"));
}

/** Sends a request again and again, as a good client does, until it is answered for good. */
export async function patiently(send: () => Promise<Answer>): Promise<Answer> {
  const until = Date.now() + PATIENCE;
  let last = "";
  while (Date.now() < until) {
    try {
      const answer = await send();
      if (answer.status === 500) throw new Bug(answer.raw);
      if (!isPassing(answer)) return answer;
      last = `${answer.status} ${answer.raw}`;
    } catch (error) {
      if (error instanceof Bug) throw error;
      last = String(error);
    }
    await pause(100);
  }
  throw new Error(`not answered for good in ${PATIENCE} ms; at last: ${last}`);
}

/** A store that is away is 503; 500 is a mistake of the service's own. */
class Bug extends Error {
  override readonly name = "Bug";
}
