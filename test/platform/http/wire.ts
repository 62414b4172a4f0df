import { createServer, connect, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import type { ExecutionContext } from "ava";

/** A wire to a server that can be cut and mended. */
export interface Wire {
  /** The server's URL through the wire. */
  readonly url: string;
  cut(): void;
  mend(): void;
}

/** Lays a wire before a database; while it is cut, connections break and none can be made. */
export async function wireTo(t: ExecutionContext, target: string): Promise<Wire> {
  const { hostname, port } = new URL(target);
  const ends = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(Number(port), hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on("error", () => end.destroy());
      end.on("close", () => {
        ends.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(target);
  url.hostname = "127.0.0.1";
  // The embedded server is otherwise reached through its socket, past the wire.
  url.searchParams.delete("host");
  url.searchParams.delete("connect_timeout");
  url.port = String((server.address() as AddressInfo).port);
  const cut = (): void => {
    isCut = true;
    for (const end of ends) end.destroy();
  };
  t.teardown(() => {
    cut();
    server.close();
  });
  return {
    url: url.href,
    cut,
    mend: () => {
      isCut = false;
    },
  };
}
