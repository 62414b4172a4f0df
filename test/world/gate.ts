import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A network between the service and a store, which can go away in both ways that networks do. */
export interface Gate {
  readonly port: number;
  /** Connections are cut and refused, as when a process has died. */
  refuse(): void;
  /** Nothing comes through and nobody is told, as when a machine hangs or a cable is pulled. */
  freeze(): void;
  /** Lets everything through again, also what has waited in between. */
  open(): void;
  close(): Promise<void>;
}

/** Opens a gate on a free port to the port of this machine. */
export async function openGate(to: number): Promise<Gate> {
  let state: "open" | "frozen" | "refusing" = "open";
  const sockets = new Set<Socket>();

  function keep(socket: Socket, other: Socket): void {
    sockets.add(socket);
    socket.on("error", () => other.destroy());
    socket.on("close", () => {
      sockets.delete(socket);
      other.destroy();
    });
    socket.on("data", (bytes: Buffer) => void other.write(bytes));
    socket.on("end", () => other.end());
    if (state === "frozen") socket.pause();
  }

  const server = createServer((near) => {
    if (state === "refusing") {
      near.destroy();
      return;
    }
    const far = connect(to, "127.0.0.1");
    keep(near, far);
    keep(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    refuse() {
      state = "refusing";
      for (const socket of sockets) socket.destroy();
    },
    freeze() {
      state = "frozen";
      for (const socket of sockets) socket.pause();
    },
    open() {
      state = "open";
      for (const socket of sockets) socket.resume();
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
