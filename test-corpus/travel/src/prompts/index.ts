export * from "./dates";
export { BOOKING_CODE as bookingCode } from "./codes";
