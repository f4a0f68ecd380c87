/** A proof as Exchange makes it: 64 bytes in base64. */
export const proof = `${'fl2nGrufcu1e'.repeat(7)}A/==`.replace('A/==', '+Q==');

/** The two organizations of the practice profile with what a case adds to the partner and below. */
export function twoSides(partner = '', rest = ''): string {
  return `federationPlan: 1
profile: practice
organizations:
  battlecalfed:
    role: partner
    acceptedDomains: [battlecalfed1.example]
${partner}  practicemail: { role: service }
${rest}`;
}
