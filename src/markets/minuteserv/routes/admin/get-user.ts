import { z } from "zod";
import { toMajor } from "../../../../kernel/money.js";
import { route } from "../../../../kernel/route.js";
import { addressesOf } from "../../../../../projections/addresses.js";
import { bookingsOfCustomer } from "../../../../../projections/bookings/queries.js";
import { customerById } from "../../../../../projections/customer-lists.js";
import { MARKETPLACE } from "../../policy.js";
import { notFound } from "../../refusals.js";
import { ANY_STAFF } from "../../roles.js";
import { addressSchema, presentAddress } from "../../shapes/address.js";
import { bookingRowSchema, presentBookingRow } from "../../shapes/booking.js";
import { customerSchema, presentCustomer } from "../../shapes/customer.js";
import { data, documentedData } from "../../shapes/envelope.js";
import { idParams } from "../../shapes/fields.js";

/** The latest; all of them are found by Get All Bookings with `user_id`. */
const LATEST = { limit: 50, offset: 0 };

/** Users Management, Get User Details. */
export const adminGetUser = route({
  method: "GET",
  path: "/admin/users/:id",
  summary: "One customer",
  tag: "Admin: Users Management",
  may: ANY_STAFF,
  limit: "admin",
  params: idParams,
  replies: {
    200: documentedData(
      "The customer with the latest bookings.",
      z.object({
        user: customerSchema,
        bookings: z.array(bookingRowSchema),
        addresses: z.array(addressSchema),
        stats: z.object({
          total_bookings: z.int(),
          total_spent: z.number(),
          average_order_value: z.number(),
        }),
      }),
    ),
  },
  async handle({ params }, app) {
    const row = await customerById(app.reads, MARKETPLACE, params.id);
    if (row === undefined) return notFound("User");
    const [bookings, addresses] = await Promise.all([
      bookingsOfCustomer(app.reads, row.id, undefined, LATEST),
      addressesOf(app.reads, row.id),
    ]);
    const { total_bookings: count, total_spent: spent } = row;
    return data({
      user: presentCustomer(row),
      bookings: bookings.rows.map(presentBookingRow),
      addresses: addresses.map(presentAddress),
      stats: {
        total_bookings: count,
        total_spent: toMajor(spent),
        average_order_value: toMajor(count === 0 ? 0 : Math.round(spent / count)),
      },
    });
  },
});
