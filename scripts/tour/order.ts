import { z } from "zod";
import { answering, bookingDetail, confirmed, type BookingDetail } from "./answers.js";
import { TourFailed } from "./tour-failed.js";
import type { Customer, Town } from "./town.js";

export interface Wish {
  readonly customer: Customer;
  readonly serviceId: string;
  /** Full hour of wall time at which the partner is to come. */
  readonly hour: number;
}

/** A booking as the tour knows it. */
export interface Placed {
  readonly id: string;
  readonly number: string;
  readonly customer: Customer;
  readonly hour: number;
  /** Of the payment gateway; undefined for cash. */
  readonly orderId: string | undefined;
}

const preview = answering(z.object({ preview_id: z.string() }));

/** Prepares and confirms a booking of one service today. */
export async function order(
  town: Town,
  { customer, serviceId, hour }: Wish,
  terms: { readonly method: "online" | "cash"; readonly promo?: boolean },
): Promise<Placed> {
  const { client, name, phone, addressId } = customer;
  const date = town.day.date;
  const wanted = {
    service_ids: [serviceId],
    booking_date: date,
    ...(terms.promo === true ? { promo_code: town.promoCode } : {}),
  };
  const prepared = await client.post("/checkout/prepare", wanted, preview);
  const confirmation = {
    preview_id: prepared.data.preview_id,
    payment_method: terms.method,
    address_id: addressId,
    booking_date: date,
    booking_time: `${String(hour).padStart(2, "0")}:00`,
    customer_name: name,
    customer_phone: phone,
    cancellation_policy_accepted: true,
  };
  const { data } = await client.post("/checkout/confirm", confirmation, confirmed);
  const { id, booking_number: number } = data.booking;
  return { id, number, customer, hour, orderId: data.payment?.order_id };
}

/** The gateway's order of an online booking. */
export function orderOf({ number, orderId }: Placed): string {
  if (orderId === undefined) throw new TourFailed(`${number} has nothing to pay online`);
  return orderId;
}

/** All that staff see of a booking. */
export async function detailOf(town: Town, id: string): Promise<BookingDetail> {
  return (await town.staff.get(`/admin/bookings/${id}`, bookingDetail)).data;
}
