import type { SocketRoute } from "../../kernel/socket.js";
import type { OperationsPorts } from "../ports.js";
import { NO_SUCH_PROJECTION } from "../refusals.js";
import { latestWork, presentRebuild, REBUILDS_KEPT_IN_SIGHT } from "../shapes/projections.js";
import { READERS } from "../staff.js";

/** Milliseconds between two looks; a rebuild writes down its progress three times a second. */
const INTERVAL = 300;

/** Tells of the latest rebuild or verification as it gets on; closes when it has ended. */
export function followRebuild({ projections }: OperationsPorts): SocketRoute {
  return {
    path: "/projections/:name/progress",
    summary: "The progress of a rebuild or verification as it happens",
    may: READERS,
    async open({ params: { name = "" } }, socket) {
      const all = await projections.status();
      if (!all.some((projection) => projection.name === name)) return NO_SUCH_PROJECTION;
      let timer: NodeJS.Timeout | undefined;
      let closed = false;
      let told = "";
      async function tell(): Promise<void> {
        const latest = latestWork(name, await projections.rebuilds(REBUILDS_KEPT_IN_SIGHT));
        if (closed) return;
        const message = { rebuild: latest === undefined ? null : presentRebuild(latest) };
        const text = JSON.stringify(message);
        if (text !== told) socket.send(message);
        told = text;
        if (latest?.ended_at !== null) return socket.close();
        timer = setTimeout(() => void tell().catch(() => socket.close()), INTERVAL);
      }
      await tell();
      return {
        closed() {
          closed = true;
          clearTimeout(timer);
        },
      };
    },
  };
}
