/** Make Payment for Booking prints TXN123456, by the payment's number. */
export function transactionNumber(paymentNumber: number): string {
  return `TXN${String(paymentNumber).padStart(6, "0")}`;
}
