import type { UUID } from "@eventstore/db-client/generated/shared_pb.js";
import type { Map as FieldMap } from "google-protobuf";
import type { ProposedEvent } from "../wire/encode-event.js";
import { badRequest, missingMetadata } from "./call-error.js";

/** The message that both append calls send for one event. */
interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): FieldMap<string, string>;
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

const UUID_TEXT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads one proposed event; without a type, content type or valid id it is refused. */
export function proposal(message: ProposedMessage): ProposedEvent {
  const system = message.getMetadataMap();
  return {
    id: uuidText(message.getId()),
    type: required(system, "type"),
    contentType: required(system, "content-type"),
    metadata: message.getCustomMetadata_asU8(),
    data: message.getData_asU8(),
  };
}

/**
 * What an event counts towards the largest append: its data. EventStoreDB 24.6 means to count type
 * and metadata too, but a slip of precedence in Event.SizeOnDisk leaves them out, and clients rely
 * on what fits.
 */
export function sizeOf(event: ProposedEvent): number {
  return event.data.length;
}

function required(system: FieldMap<string, string>, property: string): string {
  const value = system.get(property);
  if (value === undefined) throw missingMetadata(property);
  return value;
}

/** A UUID in its text form, from either of the two forms of the protocol. */
function uuidText(uuid: UUID | undefined): string {
  const text = uuid?.getString() || structured(uuid);
  if (!UUID_TEXT.test(text)) throw badRequest("An event id must be a UUID.");
  return text.toLowerCase();
}

function structured(uuid: UUID | undefined): string {
  const halves = uuid?.getStructured();
  if (halves === undefined) return "";
  const hex = [halves.getMostSignificantBits(), halves.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, "0"))
    .join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
