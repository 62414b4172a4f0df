import { z } from "zod";
import type { App } from "../../../../kernel/app.js";
import { toMajor } from "../../../../kernel/money.js";
import { isRejection, type Rejection } from "../../../../kernel/rejection.js";
import { realm, route } from "../../../../kernel/route.js";
import { addressOf, type AddressRow } from "../../../../../projections/addresses.js";
import { activeServices } from "../../../../../projections/services.js";
import { callerId } from "../../../../kernel/caller.js";
import { givenId } from "../../../../kernel/given-id.js";
import { freeSlots } from "../../../../use-cases/free-slots.js";
import { priceOrder, type OrderedService } from "../../../../use-cases/price-order.js";
import { MARKETPLACE, OPENING, PREVIEW, PREVIEW_LIFETIME, PRICING } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { presentAddress } from "../../shapes/address.js";
import { presentLine } from "../../shapes/booking.js";
import { presentPricing, previewSchema } from "../../shapes/checkout.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { date, text } from "../../shapes/fields.js";
import { bookableDay, slotLabel } from "../../visit.js";

/** Checkout, Prepare Checkout: prices and free slots, promised for two minutes. */
export const prepareCheckout = route({
  method: "POST",
  path: "/checkout/prepare",
  summary: "Price an order and offer time slots",
  tag: "Checkout",
  may: realm("customer"),
  limit: "general_customer",
  body: z.object({
    service_ids: z.array(givenId).min(1).max(50),
    promo_code: text(50).nullish(),
    address_id: givenId.nullish(),
    booking_date: date.nullish(),
  }),
  example: {
    service_ids: ["6f1c2a9e-0f6e-4d5c-9f0a-3b1d2c4e5f60", "1d3e5f70-2b4c-4d6e-8f90-a1b2c3d4e5f6"],
    promo_code: "SAVE10",
    address_id: "0b0e7a52-7f5c-4a29-8d6e-1c2f3a4b5c6d",
    booking_date: "2024-01-20",
  },
  replies: { 200: documentedData("The preview.", previewSchema) },
  async handle({ body }, app) {
    const day = await bookableDay(app, body.booking_date ?? undefined);
    if (isRejection(day)) return day;
    const ordered = await orderedServices(app, body.service_ids);
    if (isRejection(ordered)) return ordered;
    const address = await addressAsked(app, body.address_id ?? undefined);
    if (isRejection(address)) return address;
    const code = body.promo_code ?? undefined;
    const { order, promo } = await priceOrder(app, ordered, code, PRICING);
    const id = app.id("preview");
    const draft = { kind: PREVIEW, id, owner: callerId(app), value: order };
    await app.drafts.put({ ...draft, lifetime: PREVIEW_LIFETIME });
    const slots = await freeSlots(app, day, order, address, OPENING);
    return data({
      preview_id: id,
      services: order.lines.map(presentLine),
      pricing: presentPricing(order.pricing),
      promo: promo === null ? null : { ...promo, discount: toMajor(promo.discount) },
      available_time_slots: slots.map(slotLabel),
      address: address === null ? null : presentAddress(address),
    });
  },
});

/** A repeated id is a quantity (checkout.05). */
async function orderedServices(
  app: App,
  ids: readonly string[],
): Promise<readonly OrderedService[] | Rejection> {
  const unique = [...new Set(ids)];
  const found = await activeServices(app.reads, MARKETPLACE, unique);
  const byId = new Map(found.map((service) => [service.id, service]));
  const ordered: OrderedService[] = [];
  for (const id of unique) {
    const service = byId.get(id);
    if (service === undefined) return notFound("Service");
    ordered.push({ service, quantity: ids.filter((other) => other === id).length });
  }
  return ordered;
}

async function addressAsked(
  app: App,
  addressId: string | undefined,
): Promise<AddressRow | null | Rejection> {
  if (addressId === undefined) return null;
  return (await addressOf(app.reads, callerId(app), addressId)) ?? notFound("Address");
}
