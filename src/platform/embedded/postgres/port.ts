import { createServer } from "node:net";

const HOST = "127.0.0.1";

/**
 * A port to listen on: the wanted one if it is free, so that a folder keeps its address over
 * restarts, else one that the system picks.
 */
export async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && (await tryPort(wanted)) !== undefined) return wanted;
  const picked = await tryPort(0);
  if (picked === undefined) throw new Error(`No port is free on ${HOST}.`);
  return picked;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host: HOST }, () => {
      const address = server.address();
      const taken = address !== null && typeof address === "object" ? address.port : undefined;
      server.close(() => resolve(taken));
    });
  });
}
