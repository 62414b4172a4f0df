import type { Messenger, OutgoingMessage } from "../../../kernel/gateway.js";

/** One carrier for each way to reach a person. */
export type Carriers = Readonly<Record<OutgoingMessage["channel"], Messenger>>;

/** Production's messenger: each message goes out by the carrier of its channel. */
export function messengerByChannel(carriers: Carriers): Messenger {
  return { send: (message) => carriers[message.channel].send(message) };
}
