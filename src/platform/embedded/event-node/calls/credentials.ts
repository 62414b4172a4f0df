import type { Metadata } from "@grpc/grpc-js";
import { status } from "@grpc/grpc-js";
import { RefusedCall } from "./call-error.js";

/** The users that every new EventStoreDB has. */
const KNOWN = new Set(["admin:changeit", "ops:changeit"]);

/**
 * Refuses a call whose credentials are wrong. The node listens without TLS, over which clients send
 * none; they arrive only through a proxy that ends TLS, and then a wrong password is to be noticed.
 */
export function checkCredentials(metadata: Metadata): void {
  const [header] = metadata.get("authorization");
  if (typeof header !== "string") return;
  const given = Buffer.from(header.replace(/^Basic /i, ""), "base64").toString("utf8");
  if (!KNOWN.has(given)) throw new RefusedCall(status.UNAUTHENTICATED, "Authentication failed");
}
