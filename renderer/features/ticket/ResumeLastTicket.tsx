export function ResumeLastTicket() {
  return null;
}
