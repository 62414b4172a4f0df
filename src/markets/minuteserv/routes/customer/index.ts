import type { Route } from "../../../../kernel/route.js";
import { cancelBooking } from "./cancel-booking.js";
import { confirmBooking } from "./confirm-booking.js";
import { createAddress } from "./create-address.js";
import { deleteAddress } from "./delete-address.js";
import { getBooking } from "./get-booking.js";
import { getCatalog } from "./get-catalog.js";
import { getDashboard } from "./get-dashboard.js";
import { getMe } from "./get-me.js";
import { getPaymentStatus } from "./get-payment-status.js";
import { getService } from "./get-service.js";
import { listAddresses } from "./list-addresses.js";
import { listBookings } from "./list-bookings.js";
import { logOut } from "./log-out.js";
import { prepareCheckout } from "./prepare-checkout.js";
import { rateBooking } from "./rate-booking.js";
import { receiveRazorpayWebhook } from "./receive-razorpay-webhook.js";
import { refreshToken } from "./refresh-token.js";
import { sendOtp } from "./send-otp.js";
import { setDefaultAddress } from "./set-default-address.js";
import { submitContact } from "./submit-contact.js";
import { updateAddress } from "./update-address.js";
import { validatePromoCode } from "./validate-promo-code.js";
import { verifyOtp } from "./verify-otp.js";
import { verifyPayment } from "./verify-payment.js";

/** Customer APIs, in the order of the document. */
export const customerRoutes: readonly Route[] = [
  sendOtp,
  verifyOtp,
  refreshToken,
  logOut,
  getMe,
  getDashboard,
  getCatalog,
  getService,
  listAddresses,
  createAddress,
  updateAddress,
  deleteAddress,
  setDefaultAddress,
  prepareCheckout,
  confirmBooking,
  verifyPayment,
  getPaymentStatus,
  receiveRazorpayWebhook,
  listBookings,
  getBooking,
  cancelBooking,
  rateBooking,
  validatePromoCode,
  submitContact,
];
