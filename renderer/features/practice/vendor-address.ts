/** Shown beside the practice QR. `.example` never leads anywhere (RFC 2606). */
export const vendorAddress = 'reset@practice.example';
