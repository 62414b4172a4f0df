/**
 * What the document prints in one place and elides as `{...}` or `[...]` in others: a reader of the
 * docs sees what comes.
 */

/** Get User Bookings; an action on a booking answers with these of its fields at least. */
export const BOOKING = {
  id: "uuid",
  booking_number: "BK-20240120-123456",
  status: "confirmed",
  booking_date: "2024-01-20",
  booking_time: "10:00:00",
  grand_total: 1771.2,
  payment_status: "paid",
};

/** Both ways of assigning a partner. */
export const ASSIGNED = {
  booking: { ...BOOKING, status: "partner_assigned" },
  assignment: { partner_id: "uuid", partner_name: "Priya Sharma", status: "assigned" },
};

/** Get User Bookings, with services and address; the partner is there once there is one. */
export const LISTED_BOOKING = {
  ...BOOKING,
  services: [{ name: "Facial - Minimal", quantity: 1 }],
  address: { address_line1: "123 Main St", city: "Kolkata" },
};

/** Get User Bookings, at an admin's or partner's 20 a page. */
export const PAGINATION = { page: 1, limit: 20, total: 25, total_pages: 2 };

/** Get Dashboard Data. */
export const USER = {
  id: "uuid",
  name: "John Doe",
  phone_number: "+911234567890",
  email: "john@example.com",
};

/** Get User Addresses. */
export const ADDRESS = {
  id: "uuid",
  name: "Home",
  address_line1: "123 Main St",
  address_line2: "Apartment 4B",
  city: "Kolkata",
  state: "West Bengal",
  pincode: "700032",
  lat: 22.5726,
  lng: 88.3639,
};

/** Get All Partners. */
export const PARTNER = {
  id: "uuid",
  partner_code: "PT-001",
  name: "Priya Sharma",
  phone_number: "+919876543210",
  rating: 4.8,
  total_bookings: 250,
  completed_bookings: 245,
  total_earnings: 350000,
  pending_payout: 25000,
  is_active: true,
  is_available: true,
};

/** Get Service Catalog. */
export const SERVICE = {
  id: "uuid",
  name: "Facial - Minimal",
  category: "Facial",
  tier: "Minimal",
  product_cost: 1000,
  market_price: 1200,
  duration_minutes: 60,
  image_url: "https://...",
};

/** Get Partner Earnings of the admin. */
export const EARNING = {
  booking_id: "uuid",
  booking_number: "BK-20240120-123456",
  partner_earning: 1200,
  status: "paid",
  paid_at: "2024-01-21T10:00:00Z",
};

/** Get All Payouts. */
export const PAYOUT = {
  id: "uuid",
  payout_number: "PO-20240120-001",
  total_amount: 25000,
  net_amount: 25000,
  status: "pending",
  created_at: "2024-01-20T10:00:00Z",
};
